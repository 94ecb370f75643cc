namespace NewsBot.Fuzz.Inputs;

/// <summary>Specifies what an edit does to a sample.</summary>
internal enum EditKind
{
    /// <summary>Takes tokens out.</summary>
    Delete,

    /// <summary>Puts tokens in again and again, one after the other.</summary>
    Repeat,

    /// <summary>Puts tokens in at another place.</summary>
    Copy,

    /// <summary>Replaces a token by a word.</summary>
    Replace,

    /// <summary>Puts a word in, again and again.</summary>
    Insert,

    /// <summary>Continues with the rest of another sample.</summary>
    Splice,

    /// <summary>Changes a byte of the whole.</summary>
    Flip,

    /// <summary>Cuts the whole off.</summary>
    Truncate,
}

/// <summary>Represents one change to a sample. Places are parts of its length, so that an edit means something in every sample.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="At">Where, in parts of <see cref="Scale"/>.</param>
/// <param name="To">The other place of a copy or splice, in parts of <see cref="Scale"/>; of a flip: what is changed in the byte.</param>
/// <param name="Count">How many tokens, from 1.</param>
/// <param name="Times">How often, from 1.</param>
/// <param name="Word">The word that is put in, as a number of the target's words.</param>
internal sealed record Edit(EditKind Kind, int At, int To, int Count, int Times, int Word)
{
    /// <summary>Specifies the number of parts that a length is divided into.</summary>
    public const int Scale = 10_000;

    /// <summary>Returns the index that a part of a length means; 0 for a length of 0.</summary>
    public static int Index(int part, int length) => (int)((long)part * length / Scale);
}
