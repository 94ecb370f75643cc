using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Passages;

/// <summary>Represents an article of the archive with its passages. Immutable, thread-safe.</summary>
/// <param name="Id">The store's id.</param>
/// <param name="Article">The article.</param>
/// <param name="Passages">All its passages in order; a passage's number is its position here.</param>
public sealed record ArchivedArticle(long Id, Article Article, IReadOnlyList<Passage> Passages)
{
    /// <summary>Gets its place among the versions of its item.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Alone;

    /// <summary>Gets what a search finds: runs of neighbouring passages of at most 900 characters in all, in order. The number of each is that of its first passage.</summary>
    public IReadOnlyList<Passage> Excerpts { get; } = ExcerptJoiner.Join(Passages);

    /// <summary>Returns who may see it at a time.</summary>
    public ArticleStage StageAt(DateTimeOffset now) => Standing.StageAt(Article, now);

    /// <summary>Returns who may see it now, as of a time: see <see cref="ArticleStanding.StageAsOf"/>.</summary>
    public ArticleStage StageAsOf(DateTimeOffset now, DateTimeOffset asOf) => Standing.StageAsOf(Article, now, asOf);
}
