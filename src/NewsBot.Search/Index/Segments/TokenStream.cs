using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Enumerates the terms of a headline or body in the order of the text.</summary>
/// <remarks>
/// Stop words are not stored, but gaps where they were are. Each token is a <see cref="TokenCode"/>: the term's number times two, plus
/// one after a gap.
/// </remarks>
internal ref struct TokenStream(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    /// <summary>Gets the number of the term in its segment.</summary>
    public int Term { get; private set; }

    /// <summary>Gets a value indicating whether stop words separate this term from the one before it.</summary>
    public bool IsAfterGap { get; private set; }

    /// <summary>Gets an upper bound of the number of terms.</summary>
    public readonly int MostTerms => bytes.Length;

    /// <summary>Writes the terms of the whole text and returns their number.</summary>
    /// <param name="terms">The result, at least <see cref="MostTerms"/> long.</param>
    public readonly int CopyTo(Span<int> terms)
    {
        var count = TokenCode.ReadAll(bytes, MemoryMarshal.Cast<int, uint>(terms));
        foreach (ref var term in terms[..count])
            term = (int)((uint)term >> 1);
        return count;
    }

    /// <summary>Moves to the next term; returns false at the end.</summary>
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
