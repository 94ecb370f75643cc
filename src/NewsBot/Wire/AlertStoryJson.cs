namespace NewsBot.Wire;

/// <summary>Represents a story that an alert has found.</summary>
/// <param name="IsKnown">Whether an earlier post told of it.</param>
/// <param name="Articles">Its new articles.</param>
internal sealed record AlertStoryJson(bool IsKnown, IReadOnlyList<AlertArticleJson> Articles);
