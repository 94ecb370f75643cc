using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>Represents an article with all that a database keeps of it. Immutable.</summary>
internal sealed record ArticleRow
{
    /// <summary>Gets the id.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the number of its latest change.</summary>
    public required long Change { get; init; }

    /// <summary>Gets the article; its text is empty where only its place is decided.</summary>
    public required Article Article { get; init; }

    /// <summary>Gets the hash of all fields of the article: see <see cref="ArticleHash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Gets the folder that it was ingested from; null: a single file.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets its place among the versions of its item.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Alone;

    /// <summary>Gets the stage last counted and recorded as a change.</summary>
    public ArticleStage Stage { get; init; }

    /// <summary>Gets the next time at which the stage changes by the clock alone, in milliseconds of Unix time; null: never.</summary>
    public long? Turn { get; init; }

    /// <summary>Gets the number of the change that brought the content; later ones only moved it among the versions.</summary>
    public required long Arrived { get; init; }

    /// <summary>Gets the number of the change since which readers see this content.</summary>
    public required long Shown { get; init; }

    /// <summary>Gets the source whose earlier content this is; null: it is the current content of its source.</summary>
    public string? EarlierOf { get; init; }

    /// <summary>Gets the number of the earlier content, from 1; 0: it is the current content.</summary>
    public int Earlier { get; init; }

    /// <summary>
    /// Gets a value indicating whether it is listed among the articles under embargo, withdrawn, or to be superseded by the clock.
    /// </summary>
    public bool IsHeld => Stage is ArticleStage.Embargoed or ArticleStage.Killed || Turn is not null;

    /// <summary>Returns it as readers of the store get it.</summary>
    public StoredArticle ToStored() => new(Id, Change, Article) { Standing = Standing };

    /// <summary>Returns it as a change of the archive.</summary>
    public ArticleChange ToChange() => new(Change, Id, Article) { Standing = Standing, Shown = Shown };

    /// <summary>Returns it as a version whose place is decided.</summary>
    public LineageMember ToMember() => new(Id, Article, EarlierOf, Arrived, Standing);
}
