namespace NewsBot.Archive.Parsing.Sniffing;

/// <summary>What the name of a file says about its kind.</summary>
internal static class FileName
{
    /// <summary>What is read, for messages.</summary>
    public const string Known = ".txt, .text, .md, files without an extension, .html, .json, .jsonl, .xml, .rss, .atom, .csv, .eml, .docx, .pdf and .zip";

    /// <summary>The extension in lower case, with its dot; empty where there is none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    /// <summary>Whether the file is read line by line.</summary>
    public static bool IsLines(string name) => ExtensionOf(name) is ".jsonl" or ".ndjson";

    /// <summary>Whether the name is of no kind that is read.</summary>
    public static bool IsOther(string name) =>
        !MayBePlainText(name) && !IsLines(name)
        && ExtensionOf(name) is not (".md" or ".markdown" or ".html" or ".htm" or ".xhtml" or ".json" or ".xml" or ".rss" or ".atom"
            or ".csv" or ".tsv" or ".eml" or ".docx" or ".docm" or ".pdf" or ".zip");

    /// <summary>Whether a file of this name may be plain text, where its content is no other kind.</summary>
    public static bool MayBePlainText(string name) =>
        ExtensionOf(name) is "" or ".txt" or ".text" or ".asc" || ExtensionOf(name).Length > 12 || ExtensionOf(name).Contains(' ');
}
