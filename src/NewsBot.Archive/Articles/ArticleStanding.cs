namespace NewsBot.Archive.Articles;

/// <summary>Represents an article's place among the versions of its item. Immutable.</summary>
public sealed record ArticleStanding
{
    /// <summary>Gets the standing of an article that is the only version of its item.</summary>
    public static ArticleStanding Alone { get; } = new();

    /// <summary>Gets the time from which a newer version answers, in UTC; null: none does.</summary>
    public DateTimeOffset? SupersededFrom { get; init; }

    /// <summary>Gets when and why it was withdrawn; null: it was not.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Gets a value indicating whether staff released it before its time, or restored it.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Returns who may see the article at a given time. Only this method decides that.</summary>
    public ArticleStage StageAt(Article article, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (Withdrawal is not null || (article.State == ArticleState.Killed && !IsReleased))
            return ArticleStage.Killed;
        if (VisibleFrom(article) > now)
            return ArticleStage.Embargoed;
        return SupersededFrom <= now ? ArticleStage.Superseded : ArticleStage.Current;
    }

    /// <summary>
    /// Returns who may see the article now, as of another time. It is current if readers may see it at both times and it answered at the
    /// earlier one. An article withdrawn since is not current, and one under embargo at either time is under embargo.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="now">The current time.</param>
    /// <param name="asOf">The time in question; a future time is treated as now.</param>
    public ArticleStage StageAsOf(Article article, DateTimeOffset now, DateTimeOffset asOf) =>
        StageAt(article, now) is var stage && (asOf >= now || stage is ArticleStage.Killed or ArticleStage.Embargoed)
            ? stage
            : StageAt(article, asOf);

    /// <summary>Returns the time from which the article may be seen: the later of its embargo and its publication.</summary>
    public DateTimeOffset VisibleFrom(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (IsReleased)
            return DateTimeOffset.MinValue;
        var (embargo, published) = (article.EmbargoedUntil ?? DateTimeOffset.MinValue, article.Published ?? DateTimeOffset.MinValue);
        return embargo > published ? embargo : published;
    }

    /// <summary>Returns the next time after now at which the stage changes by the clock alone; null: none.</summary>
    public DateTimeOffset? NextTurn(Article article, DateTimeOffset now)
    {
        DateTimeOffset?[] turns = [VisibleFrom(article), SupersededFrom];
        return StageAt(article, now) == ArticleStage.Killed
            ? null
            : turns.Where(turn => turn > now && turn < Article.HeldUntilReleased).Min();
    }
}
