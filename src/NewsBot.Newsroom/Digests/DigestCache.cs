using NewsBot.Archive;
using NewsBot.Newsroom.Stories;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Keeps the digests of days for as long as the articles that they are made from stay the same. Requests for the same digest at the same
/// time share its writing, which stops when none of them waits any longer. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="writer">Writes the digests.</param>
internal sealed class DigestCache(ArticleArchive archive, DigestWriter writer)
{
    /// <summary>Specifies how many digests are kept; those not asked for longest go first.</summary>
    private const int MostKept = 64;

    private readonly Lock access = new();
    private readonly Dictionary<(DigestRequest Request, long Articles), Entry> entries = [];
    private long uses;

    /// <summary>Returns the digest of a day: see <see cref="DigestWriter.WriteAsync(DigestRequest, CancellationToken)"/>.</summary>
    public async Task<Digest?> WriteAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        if (request.Window is not null)
            return await writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        if ((request.Date ?? catalogue.Newest(request.Desk?.Articles)) is not { } date)
            return null;
        // The desk is part of the request, so that nobody is shown what another desk may see.
        var key = (request with { Date = date }, catalogue.PrintOf(date.PlusDays(1 - StoryBook.OpenDays), date));
        var entry = Join(key);
        try
        {
            return await entry.Writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, entry);
        }
    }

    private Entry Join((DigestRequest Request, long Articles) key)
    {
        lock (access)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                entries[key] = entry = new Entry();
                entry.Start(stopping => writer.WriteAsync(key.Request, stopping));
            }

            entry.Waiting++;
            entry.Used = ++uses;
            if (entries.Count > MostKept)
                Forget();
            return entry;
        }
    }

    private void Forget()
    {
        foreach (var oldest in entries.Where(one => one.Value.Waiting == 0).OrderBy(one => one.Value.Used).Take(1).ToList())
            entries.Remove(oldest.Key);
    }

    private void Leave((DigestRequest Request, long Articles) key, Entry entry)
    {
        lock (access)
        {
            entry.Waiting--;
            if (entry.Waiting > 0 || entry.Writing.IsCompletedSuccessfully)
                return;
            // Failed, or nobody waits any longer: the next request begins anew.
            entry.Dispose();
            if (entries.TryGetValue(key, out var kept) && kept == entry)
                entries.Remove(key);
        }
    }

    private sealed class Entry : IDisposable
    {
        private readonly CancellationTokenSource stop = new();

        public Task<Digest?> Writing { get; private set; } = Task.FromResult<Digest?>(null);

        public int Waiting { get; set; }

        public long Used { get; set; }

        public void Start(Func<CancellationToken, Task<Digest?>> write)
        {
            var stopping = stop.Token;
            Writing = Task.Run(() => write(stopping), CancellationToken.None);
        }

        /// <summary>Stops the writing.</summary>
        public void Dispose()
        {
            stop.Cancel();
            stop.Dispose();
        }
    }
}
