using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>The last section of a segment, byte for byte.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct SegmentInfo
{
    /// <summary>Number of documents.</summary>
    public int Documents;

    /// <summary>Number of passages.</summary>
    public int Passages;

    /// <summary>Number of terms.</summary>
    public int Terms;

    /// <summary>Unused; 0.</summary>
    public int Reserved;

    /// <summary>Number of postings.</summary>
    public long Postings;

    /// <summary>Average body length for which the blocks' bounds hold.</summary>
    public double BoundBody;

    /// <summary>Average headline length for which the blocks' bounds hold.</summary>
    public double BoundHeadline;

    /// <summary><see cref="Bm25Weights.Fingerprint"/> of the weights for which the blocks' bounds hold.</summary>
    public ulong BoundWeights;
}
