namespace NewsBot.Archive.Parsing;

/// <summary>The kinds of article files.</summary>
internal enum ArticleFormat
{
    /// <summary>Not read.</summary>
    Unknown,

    /// <summary>One article, as plain text.</summary>
    PlainText,

    /// <summary>An article a line, as JSON.</summary>
    Lines,
}
