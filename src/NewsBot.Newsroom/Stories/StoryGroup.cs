namespace NewsBot.Newsroom.Stories;

/// <summary>Represents articles that report the same event. Immutable.</summary>
public sealed record StoryGroup
{
    /// <summary>Gets the articles, oldest first, those without a day last; at least one.</summary>
    public required IReadOnlyList<StoryArticle> Articles { get; init; }

    /// <summary>Gets the number of articles that repeat another almost word for word: copies of one wire report.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the articles without copies of others: the first of every set of near-duplicates.</summary>
    public required IReadOnlyList<StoryArticle> Originals { get; init; }

    /// <summary>Gets the day of the first report; null when no article has a day.</summary>
    public DateOnly? First => Articles.Min(article => article.Day);

    /// <summary>Gets the day of the last report; null when no article has a day.</summary>
    public DateOnly? Last => Articles.Max(article => article.Day);
}
