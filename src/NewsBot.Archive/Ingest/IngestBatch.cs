using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Ingest;

/// <summary>Collects the articles of one folder for one transaction.</summary>
internal sealed class IngestBatch(IngestLimits limits)
{
    private List<Article> articles = [];
    private readonly List<Origin> origins = [];
    private long chars;

    /// <summary>Gets the articles. The list no longer changes once the batch is cleared.</summary>
    public IReadOnlyList<Article> Articles => articles;

    public IReadOnlyList<Origin> Origins => origins;

    public string? Folder { get; private set; }

    public bool IsEmpty => articles.Count == 0;

    public bool IsFull => articles.Count >= limits.BatchArticles || chars >= limits.BatchChars;

    public void Add(Article article, Origin origin, string? folder)
    {
        articles.Add(article);
        origins.Add(origin);
        chars += article.Text.Length;
        Folder = folder;
    }

    public void Clear()
    {
        articles = [];
        origins.Clear();
        chars = 0;
    }
}
