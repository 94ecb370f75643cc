namespace NewsBot.Newsroom.Stories;

/// <summary>Articles that report the same event. Immutable.</summary>
public sealed record StoryGroup
{
    /// <summary>The articles, oldest first, those without a day last; never empty.</summary>
    public required IReadOnlyList<StoryArticle> Articles { get; init; }

    /// <summary>How many of them say almost word for word what another one says: copies of one wire report.</summary>
    public required int Copies { get; init; }

    /// <summary>The articles without the copies of others: of every set of near-duplicates the first.</summary>
    public required IReadOnlyList<StoryArticle> Originals { get; init; }

    /// <summary>Day of the first report; null when no article has a day.</summary>
    public DateOnly? First => Articles.Min(article => article.Day);

    /// <summary>Day of the last report; null when no article has a day.</summary>
    public DateOnly? Last => Articles.Max(article => article.Day);
}
