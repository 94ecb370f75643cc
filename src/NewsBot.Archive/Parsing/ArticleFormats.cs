namespace NewsBot.Archive.Parsing;

/// <summary>Tells the kind of a file by its name.</summary>
internal static class ArticleFormats
{
    /// <summary>What is read, for messages.</summary>
    public const string Known = ".txt, .text, .md, files without an extension, and .jsonl";

    public static ArticleFormat Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        "" or ".TXT" or ".TEXT" or ".MD" => ArticleFormat.PlainText,
        ".JSONL" => ArticleFormat.Lines,
        _ => ArticleFormat.Unknown,
    };
}
