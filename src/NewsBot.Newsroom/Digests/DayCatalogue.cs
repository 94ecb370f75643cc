
using NewsBot.Archive;

namespace NewsBot.Newsroom.Digests;

/// <summary>Which articles were published on which day. Follows the archive. Thread-safe.</summary>
internal sealed class DayCatalogue(ArticleArchive archive) : IDisposable
{
    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly Dictionary<long, (string Source, DateOnly? Day, long Change)> articles = [];
    private long lastChange;

    /// <summary>Brings the catalogue up to date and returns the number of the newest change.</summary>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (var change in archive.ChangesSinceAsync(lastChange, cancellationToken).ConfigureAwait(false))
            {
                lock (articles)
                {
                    if (change.Article is { } article) articles[change.Id] = (article.Source, article.PublishedOn, change.Change);
                    else articles.Remove(change.Id);
                }

                lastChange = Math.Max(lastChange, change.Change);
            }

            return lastChange;
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>The newest day of any article; null when none has a day.</summary>
    public DateOnly? Newest()
    {
        lock (articles) return articles.Values.Max(article => article.Day);
    }

    /// <summary>Sources of the articles from one day up to and including another.</summary>
    public IReadOnlyList<string> Between(DateOnly first, DateOnly last)
    {
        lock (articles) return [.. articles.Values.Where(article => article.Day >= first && article.Day <= last).Select(article => article.Source).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sources of the articles without a day, those that changed last first.</summary>
    public IReadOnlyList<string> Undated(int most)
    {
        lock (articles) return [.. articles.Values.Where(article => article.Day is null).OrderByDescending(article => article.Change).Take(most).Select(article => article.Source)];
    }

    public void Dispose() => catchingUp.Dispose();
}
