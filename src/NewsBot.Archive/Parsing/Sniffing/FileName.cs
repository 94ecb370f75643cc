namespace NewsBot.Archive.Parsing.Sniffing;

/// <summary>Judges the format of a file by its name.</summary>
internal static class FileName
{
    /// <summary>Specifies the file types that are read, for messages.</summary>
    public const string Known =
        ".txt, .text, .md, files without an extension, .html, .json, .jsonl, .xml, .rss, .atom, .csv, .eml, .docx, .pdf and .zip";

    /// <summary>Returns the extension in lower case, with its dot; empty where there is none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    /// <summary>Determines whether the file is read line by line.</summary>
    public static bool IsLines(string name) => ExtensionOf(name) is ".jsonl" or ".ndjson";

    /// <summary>Determines whether the name is of a type that is not read.</summary>
    public static bool IsOther(string name) =>
        !MayBePlainText(name)
        && !IsLines(name)
        && ExtensionOf(name)
            is not (
                ".md"
                or ".markdown"
                or ".html"
                or ".htm"
                or ".xhtml"
                or ".json"
                or ".xml"
                or ".rss"
                or ".atom"
                or ".csv"
                or ".tsv"
                or ".eml"
                or ".docx"
                or ".docm"
                or ".pdf"
                or ".zip"
            );

    /// <summary>Determines whether a file of this name may be plain text, where its content is not of another format.</summary>
    public static bool MayBePlainText(string name) =>
        ExtensionOf(name) is "" or ".txt" or ".text" or ".asc" || ExtensionOf(name).Length > 12 || ExtensionOf(name).Contains(' ');
}
