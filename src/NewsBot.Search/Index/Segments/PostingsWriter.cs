using System.Buffers;
using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Writes the postings of one term after another. Not thread-safe. FORMAT.md describes the layout.</summary>
internal sealed class PostingsWriter
{
    /// <summary>Specifies the resolution of bounds: a bound is a length-weighted frequency in this fraction of 1, rounded up.</summary>
    public const double BoundUnits = 256;

    /// <summary>Represents every bound that does not fit into two bytes.</summary>
    public const ushort Unbounded = ushort.MaxValue;

    private readonly SegmentOutput output;
    private readonly Bm25Lengths lengths;
    private readonly byte[] bodyLengths;
    private readonly byte[] headlineLengths;

    private readonly uint[] deltas = new uint[BitPacking.BlockSize];
    private readonly uint[] bodies = new uint[BitPacking.BlockSize];
    private readonly uint[] headlines = new uint[BitPacking.BlockSize];
    private readonly List<int> lastPassages = [];
    private readonly List<int> ends = [];
    private readonly List<ushort> bounds = [];
    private readonly byte[] block = new byte[4 + (4 * PatchedBlock.MaxBytes)];
    private readonly ArrayBufferWriter<byte> data = new();
    private int inBlock;
    private int last = -1;
    private double largest;

    /// <summary>Creates a writer whose bounds are valid for given averages and weights.</summary>
    /// <param name="output">The output, positioned in <see cref="SegmentSection.Postings"/>.</param>
    /// <param name="lengths">The weighting of frequencies by length.</param>
    /// <param name="bodyLengths">The length codes of the bodies, by passage.</param>
    /// <param name="headlineLengths">The length codes of the headlines, by passage.</param>
    public PostingsWriter(SegmentOutput output, Bm25Lengths lengths, byte[] bodyLengths, byte[] headlineLengths)
    {
        this.output = output;
        this.lengths = lengths;
        this.bodyLengths = bodyLengths;
        this.headlineLengths = headlineLengths;
    }

    /// <summary>Adds a posting to the term; passages must ascend.</summary>
    public void Add(int passage, int inBody, int inHeadline)
    {
        deltas[inBlock] = (uint)(passage - last - 1);
        bodies[inBlock] = (uint)inBody;
        headlines[inBlock] = (uint)inHeadline;
        last = passage;
        largest = Math.Max(largest, lengths.Frequency(inBody, bodyLengths[passage], inHeadline, headlineLengths[passage]));
        if (++inBlock == BitPacking.BlockSize)
            EndPackedBlock();
    }

    /// <summary>Ends the term and writes it; returns its line of the term table.</summary>
    public TermLine EndTerm()
    {
        var line = new TermLine((ends.Count * BitPacking.BlockSize) + inBlock, output.SectionBytes);
        var isShort = ends.Count == 0;
        if (inBlock > 0)
            EndShortBlock();
        if (!isShort)
        {
            output.WriteColumn<int>(CollectionsMarshal.AsSpan(lastPassages));
            output.WriteColumn<int>(CollectionsMarshal.AsSpan(ends));
        }

        output.WriteColumn<ushort>(CollectionsMarshal.AsSpan(bounds));
        output.Write(data.WrittenSpan);
        (last, inBlock) = (-1, 0);
        data.ResetWrittenCount();
        lastPassages.Clear();
        ends.Clear();
        bounds.Clear();
        return line;
    }

    private void EndPackedBlock()
    {
        var length = 4;
        block[3] = 0;
        Add(deltas, 0);
        Add(bodies, 1);
        Add(headlines, 2);
        EndBlock(length);

        void Add(uint[] numbers, int part)
        {
            var written = PatchedBlock.Write(numbers, block.AsSpan(length));
            length += written.Length;
            block[part] = written.Bits;
            if (written.HasExceptions)
                block[3] |= (byte)(1 << part);
        }
    }

    private void EndShortBlock()
    {
        var length = 0;
        for (var i = 0; i < inBlock; i++)
        {
            var kind = (bodies[i], headlines[i]) switch
            {
                (1, 0) => ShortPostingKind.OnceInBody,
                (0, 1) => ShortPostingKind.OnceInHeadline,
                (_, 0) => ShortPostingKind.InBody,
                _ => ShortPostingKind.InBoth,
            };
            length += VarInt.Write(block.AsSpan(length), (deltas[i] << 2) | (uint)kind);
            if (kind >= ShortPostingKind.InBody)
                block[length++] = (byte)bodies[i];
            if (kind == ShortPostingKind.InBoth)
                block[length++] = (byte)headlines[i];
        }

        EndBlock(length);
    }

    private void EndBlock(int length)
    {
        data.Write(block.AsSpan(0, length));
        lastPassages.Add(last);
        ends.Add(data.WrittenCount);
        var bound = Math.Ceiling(largest * BoundUnits);
        bounds.Add(bound < Unbounded ? (ushort)bound : Unbounded);
        (inBlock, largest) = (0, 0);
    }
}
