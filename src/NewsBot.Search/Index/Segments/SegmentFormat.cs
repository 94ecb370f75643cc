namespace NewsBot.Search.Index.Segments;

/// <summary>Constants of the segment file; see FORMAT.md.</summary>
internal static class SegmentFormat
{
    /// <summary>The version of the format. A change that an older program would misread raises it.</summary>
    public const int Version = 2;

    /// <summary>"NBSEGMNT" as a little-endian number: starts and ends a segment file.</summary>
    public const ulong Magic = 0x544E4D474553424E;

    /// <summary>Sections start at multiples of this, so that columns can be read in place.</summary>
    public const int Alignment = 8;

    /// <summary>Bytes of the header: magic, version, analysis version.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of a line of the section table: offset, length, checksum, reserved.</summary>
    public const int SectionLineBytes = 24;

    /// <summary>Bytes of the trailer: number of sections, checksum of header and table, file length, magic.</summary>
    public const int TrailerBytes = 24;

    /// <summary>
    /// The version of the analysis that made the terms. A change of tokens, folding, stems or stop words raises it, and indexes are made anew.
    /// </summary>
    public const int AnalysisVersion = 1;

    /// <summary>Number of sections.</summary>
    public const int SectionCount = (int)SegmentSection.Info + 1;

    /// <summary>Terms in a block of the dictionary.</summary>
    public const int DictionaryBlockTerms = 16;

    /// <summary>The longest section: what one span can reach.</summary>
    public const long MaxSectionBytes = int.MaxValue;
}
