using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Represents the last section of a segment, byte for byte.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct SegmentInfo
{
    /// <summary>Gets or sets the number of documents.</summary>
    public int Documents;

    /// <summary>Gets or sets the number of passages.</summary>
    public int Passages;

    /// <summary>Gets or sets the number of terms.</summary>
    public int Terms;

    /// <summary>Reserves space; always 0.</summary>
    public int Reserved;

    /// <summary>Gets or sets the number of postings.</summary>
    public long Postings;

    /// <summary>Gets or sets the average body length for which the blocks' bounds are valid.</summary>
    public double BoundBody;

    /// <summary>Gets or sets the average headline length for which the blocks' bounds are valid.</summary>
    public double BoundHeadline;

    /// <summary>Gets or sets the <see cref="Bm25Weights.Fingerprint"/> of the weights for which the blocks' bounds are valid.</summary>
    public ulong BoundWeights;
}
