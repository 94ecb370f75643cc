using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Represents a passage of an article as it is shown.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Outlet">Who published the article; null if unknown.</param>
/// <param name="Published">Day of publication (UTC); null if unknown.</param>
/// <param name="Text">The passage, verbatim.</param>
/// <param name="Link">The article's page.</param>
internal sealed record ShownPassage(string Source, string Headline, string? Outlet, DateOnly? Published, string Text, string Link)
{
    /// <summary>Gets the sentences with the words that were looked for, and these marked; null: nothing was looked for.</summary>
    public IReadOnlyList<FoundPiece>? Excerpt { get; init; }
}
