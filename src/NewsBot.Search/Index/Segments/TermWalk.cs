using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Enumerates the terms of a segment in ordinal order of their UTF-8.</summary>
/// <remarks>
/// A block has 16 terms. Each consists of the length shared with the term before (0 for a block's first), the length of the rest, the
/// rest, and the term's number; lengths and number as <see cref="VarInt"/>.
/// </remarks>
internal ref struct TermWalk
{
    private readonly ReadOnlySpan<byte> bytes;
    private TermBytes term;
    private int position;
    private int length;
    private bool isStandingBefore;

    /// <summary>Creates a walk that starts with a block's first term.</summary>
    public TermWalk(Segment segment, int block)
    {
        bytes = segment.Bytes(SegmentSection.Dictionary);
        position = segment.Column<int>(SegmentSection.DictionaryBlocks)[block];
    }

    /// <summary>Gets the term in UTF-8.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Term => ((ReadOnlySpan<byte>)term)[..length];

    /// <summary>Gets the term's number.</summary>
    public int Number { get; private set; }

    /// <summary>Gets the number of bytes that the term shares with the one before it; 0 for a block's first term.</summary>
    public int Shared { get; private set; }

    /// <summary>Returns the first term of a block.</summary>
    public static ReadOnlySpan<byte> FirstTermOf(Segment segment, int block)
    {
        var bytes = segment.Bytes(SegmentSection.Dictionary);
        var position = segment.Column<int>(SegmentSection.DictionaryBlocks)[block] + 1;
        var length = (int)VarInt.Read(bytes, ref position);
        return bytes.Slice(position, length);
    }

    /// <summary>Moves to the next term; returns false at the end.</summary>
    public bool MoveNext()
    {
        if (isStandingBefore)
        {
            isStandingBefore = false;
            return true;
        }

        if (position >= bytes.Length)
            return false;
        Shared = (int)VarInt.Read(bytes, ref position);
        var rest = (int)VarInt.Read(bytes, ref position);
        bytes.Slice(position, rest).CopyTo(((Span<byte>)term)[Shared..]);
        length = Shared + rest;
        position += rest;
        Number = (int)VarInt.Read(bytes, ref position);
        return true;
    }

    /// <summary>Makes the next <see cref="MoveNext"/> stay at the same term.</summary>
    public void StepBack() => isStandingBefore = true;

    // On the stack, because look-ups are many and short.
    [InlineArray(TermDictionary.MaxTermBytes)]
    private struct TermBytes
    {
        private byte first;
    }
}
