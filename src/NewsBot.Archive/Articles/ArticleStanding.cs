namespace NewsBot.Archive.Articles;

/// <summary>What the archive knows of an article's place among the versions of its item. Immutable.</summary>
public sealed record ArticleStanding
{
    /// <summary>Gets the standing of an article that is the only version of its item.</summary>
    public static ArticleStanding Alone { get; } = new();

    /// <summary>Gets the time from which a newer version answers, in UTC; null: none does.</summary>
    public DateTimeOffset? SupersededFrom { get; init; }

    /// <summary>Gets when and why it was withdrawn; null: it was not.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Gets whether staff released it before its time, or restored it.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Returns who may see the article at a time. The one place that decides it.</summary>
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
    /// Returns who may see the article now, as of a time: what readers may see at both, and which answered then, is current. What was withdrawn since is not,
    /// and what is under embargo at one of them is under embargo.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="now">Now.</param>
    /// <param name="asOf">The time that is asked about; one that is to come is as now.</param>
    public ArticleStage StageAsOf(Article article, DateTimeOffset now, DateTimeOffset asOf) =>
        StageAt(article, now) is var stage && (asOf >= now || stage is ArticleStage.Killed or ArticleStage.Embargoed) ? stage : StageAt(article, asOf);

    /// <summary>Returns the time from which the article may be seen: that of its embargo or, where it is later, of its publication.</summary>
    public DateTimeOffset VisibleFrom(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (IsReleased)
            return DateTimeOffset.MinValue;
        var (embargo, published) = (article.EmbargoedUntil ?? DateTimeOffset.MinValue, article.Published ?? DateTimeOffset.MinValue);
        return embargo > published ? embargo : published;
    }

    /// <summary>Returns the next time after now at which the clock alone changes the stage; null: none.</summary>
    public DateTimeOffset? NextTurn(Article article, DateTimeOffset now)
    {
        DateTimeOffset?[] turns = [VisibleFrom(article), SupersededFrom];
        return StageAt(article, now) == ArticleStage.Killed ? null : turns.Where(turn => turn > now && turn < Article.HeldUntilReleased).Min();
    }
}
