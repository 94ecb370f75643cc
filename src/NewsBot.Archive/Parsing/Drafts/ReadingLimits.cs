namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>How much of a file is read. What is larger is not what it claims to be, and would fill the memory.</summary>
internal static class ReadingLimits
{
    /// <summary>Bytes of a file or line that is one article, or is read as one document.</summary>
    public const int MaxArticleBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of a file that holds other files or pictures, or many articles: .zip, .docx, .pdf, .eml, .csv.</summary>
    public const int MaxContainerBytes = 64 * 1024 * 1024;

    /// <summary>Articles of one file that is not JSON lines.</summary>
    public const int MaxArticlesOfFile = 20_000;
}
