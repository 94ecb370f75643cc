namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Specifies the sections of a segment in the order of the file. FORMAT.md describes their contents; a number is never reused.
/// </summary>
internal enum SegmentSection
{
    /// <summary>Callers' keys, 8 bytes a document.</summary>
    DocumentKeys,

    /// <summary>Callers' owner numbers, 8 bytes a document.</summary>
    Owners,

    /// <summary>Day numbers of publication, 4 bytes a document.</summary>
    PublishedDays,

    /// <summary>Rights classes, 1 byte a document.</summary>
    Rights,

    /// <summary>First passage, 4 bytes a document and one more entry for the end.</summary>
    FirstPassages,

    /// <summary>Sources in UTF-8.</summary>
    Sources,

    /// <summary>Start of each document's source in <see cref="Sources"/>, 4 bytes a document and one more entry for the end.</summary>
    SourceOffsets,

    /// <summary>Empty: derived from <see cref="FirstPassages"/>.</summary>
    PassageDocuments,

    /// <summary>Length codes of the bodies, 1 byte a passage.</summary>
    BodyLengths,

    /// <summary>Length codes of the headlines, 1 byte a document.</summary>
    HeadlineLengths,

    /// <summary>Headlines as token streams.</summary>
    HeadlineTokens,

    /// <summary>Length of each headline in <see cref="HeadlineTokens"/> in bytes, as <see cref="VarInt"/>.</summary>
    HeadlineTokenLengths,

    /// <summary>Bodies as token streams.</summary>
    BodyTokens,

    /// <summary>Length of each body in <see cref="BodyTokens"/> in bytes, as <see cref="VarInt"/>.</summary>
    BodyTokenLengths,

    /// <summary>Postings of all terms.</summary>
    Postings,

    /// <summary>Number of passages with the term and start of its postings, 8 bytes a term, by term number.</summary>
    TermTable,

    /// <summary>Place of the term in the sorted dictionary, 4 bytes a term, by term number.</summary>
    TermPlaces,

    /// <summary>The terms in ordinal order of their UTF-8, front-coded.</summary>
    Dictionary,

    /// <summary>Start of each block of the dictionary, 4 bytes a block and one more entry for the end.</summary>
    DictionaryBlocks,

    /// <summary>Counts and averages: <see cref="SegmentInfo"/>.</summary>
    Info,
}
