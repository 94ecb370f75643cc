using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Tests.Indexing;

/// <summary>A store in which something happens just before articles are fetched, as another process could make it happen.</summary>
internal sealed class InterveningStore(IArticleStore inner) : IArticleStore
{
    /// <summary>Done before each fetch by id.</summary>
    public Func<Task> BeforeGet { get; set; } = () => Task.CompletedTask;

    /// <summary>Done before each put; what it throws is the store's failure.</summary>
    public Func<Task> BeforePut { get; set; } = () => Task.CompletedTask;

    /// <summary>The changes after which changes were asked for.</summary>
    public List<long> ReadSince { get; } = [];

    /// <summary>What verifying finds besides.</summary>
    public IReadOnlyList<string> Damage { get; set; } = [];

    public TimeProvider Time => inner.Time;

    public async Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await BeforeGet();
        return await inner.GetAsync(ids, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) =>
        [.. Damage, .. await inner.VerifyAsync(cancellationToken)];

    public async Task<IReadOnlyList<PutOutcome>> PutAsync(
        IReadOnlyList<Article> articles,
        string? folder,
        CancellationToken cancellationToken
    )
    {
        await BeforePut();
        return await inner.PutAsync(articles, folder, cancellationToken);
    }

    public Task<int> RemoveAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        inner.RemoveAsync(sources, cancellationToken);

    public Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken) => inner.FindAsync(source, cancellationToken);

    public Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken) => inner.RuleAsync(ruling, cancellationToken);

    public Task<ItemHistory> ItemAsync(string source, CancellationToken cancellationToken) => inner.ItemAsync(source, cancellationToken);

    public Task<IReadOnlyList<StoredArticle>> HeldAsync(CancellationToken cancellationToken) => inner.HeldAsync(cancellationToken);

    public Task<IReadOnlyList<StoredArticle>> SupersededAsync(CancellationToken cancellationToken) =>
        inner.SupersededAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);

    public Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken) =>
        inner.SourcesOfFolderAsync(folder, cancellationToken);

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => inner.LastChangeAsync(cancellationToken);

    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => inner.HistoryAsync(change, cancellationToken);

    public IAsyncEnumerable<ArticleChange> ChangesSinceAsync(long change, CancellationToken cancellationToken)
    {
        ReadSince.Add(change);
        return inner.ChangesSinceAsync(change, cancellationToken);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
