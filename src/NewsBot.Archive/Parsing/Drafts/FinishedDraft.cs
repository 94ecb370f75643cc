using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>An article that is ready for the archive, or why there is none.</summary>
internal sealed record FinishedDraft(Article? Article, string? Rejection, RejectionKind Kind)
{
    /// <summary>Whether one of its dates could be read in two ways.</summary>
    public bool HasAmbiguousDate { get; init; }
}
