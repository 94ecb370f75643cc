using NewsBot.Archive;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Http;

/// <summary>
/// Estimates when articles without a time of publication came, for the entries of feeds: the archive does not record it. Thread-safe.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedTimes(ArticleArchive archive, TimeProvider time)
{
    private readonly Lock access = new();
    private (long Change, DateTimeOffset At) newest = (-1, DateTimeOffset.UnixEpoch);

    /// <summary>
    /// Returns about when each of these articles came (UTC), never later than now: when the newest of the articles that the reader may see,
    /// and that had come by then, was published; where none of them has a time, <see cref="NewestAsync"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> OfAsync(
        IEnumerable<string> sources,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var wanted = sources.ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return new Dictionary<string, DateTimeOffset>();
        var catalogue = await archive.CatalogueAsync(cancellationToken);
        var about = catalogue.SeenAbout(wanted, rights.Desk?.Articles);
        var (first, now) = (await NewestAsync(cancellationToken), time.GetUtcNow());
        return wanted.ToDictionary(
            source => source,
            source =>
                !about.TryGetValue(source, out var at) ? first
                : at < now ? at
                : now,
            StringComparer.Ordinal
        );
    }

    /// <summary>Returns when this host first looked at the archive as it is now (UTC).</summary>
    public async Task<DateTimeOffset> NewestAsync(CancellationToken cancellationToken)
    {
        var change = await archive.LastChangeAsync(cancellationToken);
        lock (access)
        {
            if (change > newest.Change)
                newest = (change, time.GetUtcNow());
            return newest.At;
        }
    }
}
