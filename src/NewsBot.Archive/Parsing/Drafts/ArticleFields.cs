namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Provides the rules for an article's fields that apply in every format.</summary>
internal static class ArticleFields
{
    /// <summary>Specifies the maximum length of a source, in UTF-16 code units: what a unique index of any database can take.</summary>
    public const int MaxSourceChars = 800;

    /// <summary>
    /// Returns the text of a kill that came without the article it withdraws: its note, its headline, or a sentence that says so.
    /// </summary>
    public static string TextOfKill(string? note, string? headline) => note ?? headline ?? "The newsroom withdrew this report.";

    /// <summary>Returns why the source is not valid, or null.</summary>
    public static string? CheckSource(string source) =>
        string.IsNullOrWhiteSpace(source) ? "has no name that could be its source"
        : source.Length > MaxSourceChars ? $"has a source of {source.Length} characters; at most {MaxSourceChars} are allowed"
        : null;
}
