using LiteDB;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Sessions;

/// <summary>
/// Gives the callers of this process access to the open database, one at a time and in order of arrival, and releases the file between
/// two of them when another process is waiting for it. Thread-safe.
/// </summary>
/// <remarks>
/// One at a time, including readers: LiteDB 5.0.21 reuses a page of its cache while another thread is about to use it (litedb-org/LiteDB
/// #2817, #2554, #2825). Two readers are enough for that; with a writer the wrong page could even be committed. A caller waits as long as
/// the calls before it take: some 50 µs for each article, tens of milliseconds for a page or a batch.
/// </remarks>
internal sealed class DatabaseAccess : IAsyncDisposable
{
    private readonly string path;
    private readonly LiteDbStoreOptions options;
    private readonly SemaphoreSlim entrance = new(1, 1);
    private readonly ITimer looking;
    private volatile LiteDbSession? session;
    private volatile bool isWanted;
    private volatile bool isDisposed;

    public DatabaseAccess(string path, LiteDbStoreOptions options)
    {
        this.path = path;
        this.options = options;
        looking = options.Time.CreateTimer(_ => GiveUpWhenWanted(), null, options.LookInterval, options.LookInterval);
    }

    /// <summary>Gets the archive's present state without waiting; null while this process does not have the file.</summary>
    public ArchiveState? State
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return session?.State;
        }
    }

    /// <summary>Gets how often a call was repeated because the library failed as if the file were damaged.</summary>
    public int Repeats { get; private set; }

    /// <summary>Runs <paramref name="work"/> with exclusive access to the open database.</summary>
    /// <param name="work">Synchronous. Repeated once, with the file reopened, when the first failure looks like damage.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="StoreException">The database failed.</exception>
    public async Task<T> UseAsync<T>(Func<LiteDbSession, T> work, CancellationToken cancellationToken)
    {
        await entrance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            try
            {
                return Run(work, await OpenAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (StoreException failure) when (failure.Failure == StoreFailure.Damaged)
            {
                // The fault may be in the library's memory. Only a reopened file shows whether the file itself is damaged.
                Repeats++;
                return Run(work, await OpenAsync(cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            if (isWanted)
                Close();
            entrance.Release();
        }
    }

    /// <summary>Closes the file once the earlier calls are done.</summary>
    public async ValueTask DisposeAsync()
    {
        await looking.DisposeAsync().ConfigureAwait(false);
        await entrance.WaitAsync().ConfigureAwait(false);
        isDisposed = true;
        Close();
        entrance.Release();
    }

    private T Run<T>(Func<LiteDbSession, T> work, LiteDbSession open)
    {
        try
        {
            return LiteDbFailures.Guard(path, () => work(open));
        }
        catch (StoreException)
        {
            // After some failures the library answers every call with the same one, until the file is reopened.
            Close();
            throw;
        }
    }

    private async ValueTask<LiteDbSession> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (session is { } open)
            return open;
        var turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        return session = LiteDbFailures.Guard(path, () => LiteDbSession.Open(path, options, turn));
    }

    private void GiveUpWhenWanted()
    {
        if (session is null || !FileTurn.IsWantedByAnother(path))
            return;
        isWanted = true;
        // The caller inside closes the file on leaving.
        if (!entrance.Wait(0))
            return;
        if (isWanted)
            Close();
        entrance.Release();
    }

    private void Close()
    {
        var open = session;
        // Before the file is released: from then on its state is unknown here.
        session = null;
        isWanted = false;
        try
        {
            open?.Dispose();
        }
        catch (Exception error) when (error is LiteException or IOException)
        {
            // The log contains whatever closing could not write to the data file, and the next opening reads it.
        }
    }

    private async Task<FileTurn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return await FileTurn.TakeAsync(path, options, cancellationToken).ConfigureAwait(false) ?? throw LiteDbFailures.StillBusy(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The folder of {path} cannot be created or written to; check the path and this user's permissions.",
                error
            );
        }
    }
}
