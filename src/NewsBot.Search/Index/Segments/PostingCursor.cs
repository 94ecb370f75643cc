using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Reads the postings of one term block by block. Reused from query to query; not thread-safe.</summary>
internal sealed class PostingCursor
{
    /// <summary>Specifies the position of an exhausted cursor, a number that no passage has.</summary>
    public const int End = int.MaxValue;

    private readonly uint[] passages = new uint[BitPacking.BlockSize];
    private readonly uint[] bodies = new uint[BitPacking.BlockSize];
    private readonly uint[] headlines = new uint[BitPacking.BlockSize];
    private ReadOnlyMemory<byte> postings;
    private int table;
    private int data;
    private bool isShort;
    private bool hasFrequencies;
    private int frequencyStart;
    private int bodyBits;
    private int headlineBits;
    private int exceptions;
    private int loaded;

    /// <summary>Gets the number of postings, including those of removed documents.</summary>
    public int PostingCount { get; private set; }

    /// <summary>Gets the number of blocks.</summary>
    public int BlockCount { get; private set; }

    /// <summary>Gets the number of postings in the loaded block.</summary>
    public int InBlock { get; private set; }

    /// <summary>
    /// Gets a value indicating whether a headline in the loaded block has the term. Valid after <see cref="LoadFrequencies"/>.
    /// </summary>
    public bool HasHeadlines { get; private set; }

    /// <summary>Gets the passages of the loaded block, ascending.</summary>
    public ReadOnlySpan<int> Passages => MemoryMarshal.Cast<uint, int>(passages.AsSpan(0, InBlock));

    /// <summary>Gets how often the bodies have the term. Valid after <see cref="LoadFrequencies"/>.</summary>
    public ReadOnlySpan<uint> InBodies => bodies.AsSpan(0, InBlock);

    /// <summary>Gets how often the headlines have the term. Valid after <see cref="LoadFrequencies"/>.</summary>
    public ReadOnlySpan<uint> InHeadlines => headlines.AsSpan(0, InBlock);

    /// <summary>Starts reading a term; no block is loaded.</summary>
    /// <param name="postings">The section <see cref="SegmentSection.Postings"/>.</param>
    /// <param name="line">The term.</param>
    public void Start(ReadOnlyMemory<byte> postings, TermLine line)
    {
        this.postings = postings;
        PostingCount = line.Passages;
        BlockCount = (line.Passages + BitPacking.BlockSize - 1) / BitPacking.BlockSize;
        table = line.Postings;
        isShort = line.Passages < BitPacking.BlockSize;
        data = table + (isShort ? sizeof(ushort) : BlockCount * ((2 * sizeof(int)) + sizeof(ushort)));
        loaded = -1;
        InBlock = 0;
    }

    /// <summary>Releases the segment's memory.</summary>
    public void Stop() => postings = default;

    /// <summary>Returns the last passage of a block; for a single block <see cref="End"/>, without reading it.</summary>
    public int LastOf(int block) => isShort ? End : Numbers(table)[block];

    /// <summary>Returns the bound of a block, in <see cref="PostingsWriter.BoundUnits"/>.</summary>
    public ushort BoundOf(int block) =>
        isShort
            ? MemoryMarshal.Read<ushort>(postings.Span[table..])
            : MemoryMarshal.Read<ushort>(postings.Span[(table + (BlockCount * 2 * sizeof(int)) + (block * sizeof(ushort)))..]);

    /// <summary>
    /// Returns the first block, from the given one on, whose last passage is not before a passage; the number of blocks when there is
    /// none.
    /// </summary>
    public int BlockFrom(int block, int passage)
    {
        if (isShort)
            return block;
        var lasts = Numbers(table)[..BlockCount];
        while (block < lasts.Length && lasts[block] < passage)
            block++;
        return block;
    }

    /// <summary>Reads the passages of a block, unless already loaded.</summary>
    public void Load(int block)
    {
        if (loaded == block)
            return;
        loaded = block;
        InBlock = Math.Min(BitPacking.BlockSize, PostingCount - (block * BitPacking.BlockSize));
        var start = data + (block == 0 ? 0 : Numbers(table + (BlockCount * sizeof(int)))[block - 1]);
        var before = block == 0 ? -1 : Numbers(table)[block - 1];
        if (InBlock < BitPacking.BlockSize)
            LoadShort(start, before);
        else
            LoadPacked(start, before);
    }

    /// <summary>Reads the frequencies of the loaded block, unless already read.</summary>
    public void LoadFrequencies()
    {
        if (hasFrequencies)
            return;
        hasFrequencies = true;
        var bytes = postings.Span[frequencyStart..];
        var length = PatchedBlock.Read(bytes, bodyBits, (exceptions & 2) != 0, bodies);
        HasHeadlines = headlineBits > 0 || (exceptions & 4) != 0;
        PatchedBlock.Read(bytes[length..], headlineBits, (exceptions & 4) != 0, headlines);
    }

    private void LoadPacked(int start, int before)
    {
        var bytes = postings.Span[start..];
        (bodyBits, headlineBits, exceptions) = (bytes[1], bytes[2], bytes[3]);
        var length = PatchedBlock.Read(bytes[4..], bytes[0], (exceptions & 1) != 0, passages);
        BlockSums.AddUp(passages, (uint)before);
        frequencyStart = start + 4 + length;
        hasFrequencies = false;
    }

    private void LoadShort(int start, int before)
    {
        var bytes = postings.Span;
        var passage = (uint)before;
        HasHeadlines = false;
        for (var i = 0; i < InBlock; i++)
        {
            var code = VarInt.Read(bytes, ref start);
            passage += (code >> 2) + 1;
            passages[i] = passage;
            var kind = (ShortPostingKind)(code & 3);
            bodies[i] =
                kind >= ShortPostingKind.InBody ? bytes[start++]
                : kind == ShortPostingKind.OnceInBody ? 1u
                : 0u;
            headlines[i] =
                kind == ShortPostingKind.InBoth ? bytes[start++]
                : kind == ShortPostingKind.OnceInHeadline ? 1u
                : 0u;
            HasHeadlines |= headlines[i] > 0;
        }

        hasFrequencies = true;
    }

    private ReadOnlySpan<int> Numbers(int at) => MemoryMarshal.Cast<byte, int>(postings.Span[at..]);
}
