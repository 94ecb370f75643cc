namespace NewsBot.Archive.Parsing.Sniffing;

/// <summary>Specifies the formats of article files.</summary>
internal enum ArticleFormat
{
    /// <summary>Not read.</summary>
    Unknown,

    /// <summary>One article, as plain text.</summary>
    PlainText,

    /// <summary>One article a line, as JSON.</summary>
    Lines,

    /// <summary>One JSON document: ninjs, JSON Feed, articles.</summary>
    Json,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Markdown, with or without front matter.</summary>
    Markdown,

    /// <summary>RSS or Atom.</summary>
    Feed,

    /// <summary>NewsML-G2.</summary>
    NewsMlG2,

    /// <summary>NewsML 1.</summary>
    NewsMl1,

    /// <summary>NITF.</summary>
    Nitf,

    /// <summary>IPTC 7901 or ANPA 1312.</summary>
    Wire,

    /// <summary>A table with one article a row.</summary>
    Csv,

    /// <summary>An e-mail message.</summary>
    Mail,

    /// <summary>A Word document, in the format of Word 2007 and later.</summary>
    Docx,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A ZIP archive of other files.</summary>
    Zip,
}
