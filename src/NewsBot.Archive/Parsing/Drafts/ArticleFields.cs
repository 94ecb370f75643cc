namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>What every field of an article has to keep to, wherever it comes from.</summary>
internal static class ArticleFields
{
    /// <summary>Longest source, in UTF-16 code units: what a unique index of every database can hold.</summary>
    public const int MaxSourceChars = 800;

    /// <summary>Why the source cannot be one, or null.</summary>
    public static string? CheckSource(string source) =>
        string.IsNullOrWhiteSpace(source) ? "has no name that could be its source"
        : source.Length > MaxSourceChars ? $"has a source of {source.Length} characters; at most {MaxSourceChars} are allowed"
        : null;
}
