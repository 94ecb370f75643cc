namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>What every field of an article has to keep to, wherever it comes from.</summary>
internal static class ArticleFields
{
    /// <summary>Longest source, in UTF-16 code units: what a unique index of every database can hold.</summary>
    public const int MaxSourceChars = 800;

    /// <summary>The text of a kill that came without the report that it withdraws: what it says, or that it does.</summary>
    public static string TextOfKill(string? note, string? headline) => note ?? headline ?? "The newsroom withdrew this report.";

    /// <summary>Why the source cannot be one, or null.</summary>
    public static string? CheckSource(string source) =>
        string.IsNullOrWhiteSpace(source) ? "has no name that could be its source"
        : source.Length > MaxSourceChars ? $"has a source of {source.Length} characters; at most {MaxSourceChars} are allowed"
        : null;
}
