using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Walks over the terms of a headline or a body in the order of the text.</summary>
/// <remarks>Stop words are not kept; that some stood before a term is. Each token is a <see cref="TokenCode"/>: the term's number times two, plus one after a gap.</remarks>
internal ref struct TokenStream(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    /// <summary>Number of the term in its segment.</summary>
    public int Term { get; private set; }

    /// <summary>Whether stop words stand between this term and the one before it.</summary>
    public bool IsAfterGap { get; private set; }

    /// <summary>No text has more terms than this.</summary>
    public readonly int MostTerms => bytes.Length;

    /// <summary>Writes the terms of the whole text and returns how many there are.</summary>
    /// <param name="terms">At least <see cref="MostTerms"/> long.</param>
    public readonly int CopyTo(Span<int> terms)
    {
        var count = TokenCode.ReadAll(bytes, MemoryMarshal.Cast<int, uint>(terms));
        foreach (ref var term in terms[..count])
            term = (int)((uint)term >> 1);
        return count;
    }

    /// <summary>Goes on to the next term; false at the end.</summary>
    public bool MoveNext()
    {
        if (position >= bytes.Length)
            return false;
        var token = TokenCode.Read(bytes, ref position);
        Term = (int)(token >> 1);
        IsAfterGap = (token & 1) != 0;
        return true;
    }
}
