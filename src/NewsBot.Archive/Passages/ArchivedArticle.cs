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

    /// <summary>
    /// Gets the passages that a search finds: runs of neighbouring <see cref="Passages"/>, joined up to 900 characters, in order. Each
    /// has the number of its first passage.
    /// </summary>
    public IReadOnlyList<Passage> Excerpts { get; } = ExcerptJoiner.Join(Passages);

    /// <summary>Returns who may see the article at a given time.</summary>
    public ArticleStage StageAt(DateTimeOffset now) => Standing.StageAt(Article, now);

    /// <summary>Returns who may see it now, as of another time: see <see cref="ArticleStanding.StageAsOf"/>.</summary>
    public ArticleStage StageAsOf(DateTimeOffset now, DateTimeOffset asOf) => Standing.StageAsOf(Article, now, asOf);
}
