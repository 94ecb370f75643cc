using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Represents a passage of an article as shown.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Outlet">The outlet; null if unknown.</param>
/// <param name="Published">Day of publication (UTC); null if unknown.</param>
/// <param name="Text">The passage, verbatim.</param>
/// <param name="Link">The article's page.</param>
internal sealed record ShownPassage(string Source, string Headline, string? Outlet, DateOnly? Published, string Text, string Link)
{
    /// <summary>Gets the sentences with the search words, these marked; null: there were no search words.</summary>
    public IReadOnlyList<FoundPiece>? Excerpt { get; init; }
}
