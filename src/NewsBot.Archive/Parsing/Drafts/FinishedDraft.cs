using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Represents an article that is ready for the archive, or the reason why there is none.</summary>
internal sealed record FinishedDraft(Article? Article, string? Rejection, RejectionKind Kind)
{
    /// <summary>Gets a value indicating whether one of its dates could mean two days.</summary>
    public bool HasAmbiguousDate { get; init; }
}
