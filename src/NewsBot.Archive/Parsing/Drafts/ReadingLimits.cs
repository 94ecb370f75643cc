namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Specifies how much of a file is read. Anything larger is not what it claims to be, and would fill the memory.</summary>
internal static class ReadingLimits
{
    /// <summary>Specifies the maximum size in bytes of a file or line that is one article, or is read as one document.</summary>
    public const int MaxArticleBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Specifies the maximum size in bytes of a file that contains other files, pictures or many articles: .zip, .docx, .pdf, .eml, .csv.
    /// </summary>
    public const int MaxContainerBytes = 64 * 1024 * 1024;

    /// <summary>Specifies the maximum number of articles in one file that is not JSON lines.</summary>
    public const int MaxArticlesOfFile = 20_000;
}
