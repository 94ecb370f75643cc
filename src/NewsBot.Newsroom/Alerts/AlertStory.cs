namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents a story in the post of an alert. Immutable.</summary>
/// <param name="IsKnown">Whether an earlier post of the alert told of it.</param>
/// <param name="Articles">Its new articles, at least one.</param>
public sealed record AlertStory(bool IsKnown, IReadOnlyList<AlertArticle> Articles);
