using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents an article in the post of an alert. Immutable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Headline">The headline, as it is printed.</param>
/// <param name="Outlet">The outlet; null when unknown.</param>
/// <param name="Published">The time of publication (UTC), midnight where only the day is known; null when unknown.</param>
/// <param name="Link">The link to the article's page.</param>
/// <param name="Statements">The sentences that matched, or that answer; word for word.</param>
public sealed record AlertArticle(
    string Source,
    string Headline,
    string? Outlet,
    DateTimeOffset? Published,
    string Link,
    IReadOnlyList<Statement> Statements
);
