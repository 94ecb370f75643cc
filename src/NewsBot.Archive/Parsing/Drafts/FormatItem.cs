namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Represents what a format reader found: an article, or the reason why there is none.</summary>
/// <param name="Draft">The article.</param>
/// <param name="Rejection">The rest of a sentence that begins with the name of the file.</param>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Source">The source of the rejected article, where known; null: it could be any of the file's.</param>
internal sealed record FormatItem(
    ArticleDraft? Draft,
    string? Rejection = null,
    RejectionKind Kind = RejectionKind.None,
    string? Source = null
)
{
    /// <summary>Gets its number among the articles of its file, from 1; null: it is the whole file.</summary>
    public int? Number { get; init; }

    /// <summary>Returns an item with the reason why there is no article.</summary>
    public static FormatItem Rejected(RejectionKind kind, string reason, string? source = null) => new(null, reason, kind, source);
}
