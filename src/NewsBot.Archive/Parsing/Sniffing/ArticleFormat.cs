namespace NewsBot.Archive.Parsing.Sniffing;

/// <summary>The kinds of article files.</summary>
internal enum ArticleFormat
{
    /// <summary>Not read.</summary>
    Unknown,

    /// <summary>One article, as plain text.</summary>
    PlainText,

    /// <summary>An article a line, as JSON.</summary>
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

    /// <summary>A table with a row an article.</summary>
    Csv,

    /// <summary>A message of electronic mail.</summary>
    Mail,

    /// <summary>A document of Word since 2007.</summary>
    Docx,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A ZIP archive of other files.</summary>
    Zip,
}
