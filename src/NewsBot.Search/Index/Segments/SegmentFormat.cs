namespace NewsBot.Search.Index.Segments;

/// <summary>Provides the constants of the segment file; see FORMAT.md.</summary>
internal static class SegmentFormat
{
    /// <summary>Specifies the version of the format. Raise it with every change that an older program would misread.</summary>
    public const int Version = 2;

    /// <summary>Specifies the number that starts and ends a segment file: "NBSEGMNT", little-endian.</summary>
    public const ulong Magic = 0x544E4D474553424E;

    /// <summary>Specifies the alignment of sections in bytes, so that columns can be read in place.</summary>
    public const int Alignment = 8;

    /// <summary>Specifies the length of the header in bytes: magic, version, analysis version.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Specifies the length of a line of the section table in bytes: offset, length, checksum, reserved.</summary>
    public const int SectionLineBytes = 24;

    /// <summary>
    /// Specifies the length of the trailer in bytes: number of sections, checksum of header and table, file length, magic.
    /// </summary>
    public const int TrailerBytes = 24;

    /// <summary>
    /// Specifies the version of the analysis that made the terms. Raise it with every change of tokens, folding, stems or stop words;
    /// indexes are then built again.
    /// </summary>
    public const int AnalysisVersion = 1;

    /// <summary>Specifies the number of sections.</summary>
    public const int SectionCount = (int)SegmentSection.Info + 1;

    /// <summary>Specifies the number of terms in a block of the dictionary.</summary>
    public const int DictionaryBlockTerms = 16;

    /// <summary>Specifies the maximum length of a section in bytes: what one span can cover.</summary>
    public const long MaxSectionBytes = int.MaxValue;
}
