namespace NewsBot.Search.Index.Segments;

/// <summary>The sections of a segment in the order of the file. FORMAT.md has their contents; a number is never given a second meaning.</summary>
internal enum SegmentSection
{
    /// <summary>Callers' keys, 8 bytes a document.</summary>
    DocumentKeys,

    /// <summary>Callers' owner numbers, 8 bytes a document.</summary>
    Owners,

    /// <summary>Day numbers of the publication, 4 bytes a document.</summary>
    PublishedDays,

    /// <summary>Rights classes, 1 byte a document.</summary>
    Rights,

    /// <summary>First passage, 4 bytes a document and one more for the end.</summary>
    FirstPassages,

    /// <summary>Sources in UTF-8.</summary>
    Sources,

    /// <summary>Where a document's source starts in <see cref="Sources"/>, 4 bytes a document and one more for the end.</summary>
    SourceOffsets,

    /// <summary>Empty: what <see cref="FirstPassages"/> says the other way round.</summary>
    PassageDocuments,

    /// <summary>Length codes of the bodies, 1 byte a passage.</summary>
    BodyLengths,

    /// <summary>Length codes of the headlines, 1 byte a document.</summary>
    HeadlineLengths,

    /// <summary>Headlines as token streams.</summary>
    HeadlineTokens,

    /// <summary>Bytes of each headline in <see cref="HeadlineTokens"/>, as <see cref="VarInt"/>.</summary>
    HeadlineTokenLengths,

    /// <summary>Bodies as token streams.</summary>
    BodyTokens,

    /// <summary>Bytes of each body in <see cref="BodyTokens"/>, as <see cref="VarInt"/>.</summary>
    BodyTokenLengths,

    /// <summary>Postings of all terms.</summary>
    Postings,

    /// <summary>Number of passages with the term and start of its postings, 8 bytes a term, by term number.</summary>
    TermTable,

    /// <summary>Place of the term in the sorted dictionary, 4 bytes a term, by term number.</summary>
    TermPlaces,

    /// <summary>The terms in ordinal order of their UTF-8, front-coded.</summary>
    Dictionary,

    /// <summary>Where each block of the dictionary starts, 4 bytes a block and one more for the end.</summary>
    DictionaryBlocks,

    /// <summary>Counts and averages: <see cref="SegmentInfo"/>.</summary>
    Info,
}
