using System.Diagnostics;
using LiteDB;
using NewsBot.Archive.Store;

namespace NewsBot.Bridges.LiteDb.Files;

/// <summary>
/// Lends the open database to readers and writers of this process, and gives the file up between two of them when another process waits.
/// </summary>
internal sealed class FileLease : IAsyncDisposable
{
    private readonly string path;
    private readonly LiteDbStoreOptions options;
    private readonly SemaphoreSlim entering = new(1, 1);
    private readonly Lock users = new();
    private readonly ITimer looking;
    private LiteDbSession? session;
    private int userCount;
    private bool mustClose;
    private TaskCompletionSource? closed;
    private bool isDisposed;

    public FileLease(string path, LiteDbStoreOptions options)
    {
        this.path = path;
        this.options = options;
        looking = options.Time.CreateTimer(_ => GiveUpWhenWanted(), null, options.LookInterval, options.LookInterval);
    }

    /// <summary>The open database, until <see cref="Leave"/>.</summary>
    public async ValueTask<LiteDbSession> EnterAsync(CancellationToken cancellationToken)
    {
        await entering.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                Task isClosed;
                lock (users)
                {
                    ObjectDisposedException.ThrowIf(isDisposed, typeof(LiteDbArticleStore));
                    if (session is not null && !mustClose)
                    {
                        userCount++;
                        return session;
                    }

                    isClosed = (closed ??= NewSignal(session is null)).Task;
                }

                await isClosed.WaitAsync(cancellationToken).ConfigureAwait(false);
                var turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
                var opened = LiteDbFailures.Guard(path, () => LiteDbSession.Open(path, options, turn));
                lock (users)
                {
                    session = opened;
                    mustClose = false;
                    closed = null;
                }
            }
        }
        finally
        {
            entering.Release();
        }
    }

    /// <summary>To be called once for each <see cref="EnterAsync"/>.</summary>
    /// <param name="isBroken">Whether the database failed: it is closed, and opened anew for the next caller.</param>
    public void Leave(bool isBroken = false)
    {
        lock (users)
        {
            userCount--;
            mustClose |= isBroken;
            CloseWhenUnused();
        }
    }

    /// <summary>Closes the file once everyone has left it.</summary>
    public async ValueTask DisposeAsync()
    {
        Task isClosed;
        lock (users)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            mustClose = true;
            isClosed = (closed ??= NewSignal(session is null)).Task;
            CloseWhenUnused();
        }

        await looking.DisposeAsync().ConfigureAwait(false);
        await isClosed.ConfigureAwait(false);
    }

    private void GiveUpWhenWanted()
    {
        lock (users)
        {
            if (session is null || mustClose || !FileTurn.IsWantedByAnother(path))
                return;
            mustClose = true;
            CloseWhenUnused();
        }
    }

    private void CloseWhenUnused()
    {
        Debug.Assert(userCount >= 0, "left more often than entered");
        if (!mustClose || userCount > 0 || session is null)
            return;
        try
        {
            session.Dispose();
        }
        catch (Exception error) when (error is LiteException or IOException)
        {
            // The log holds whatever the closing could not bring into the data file, and the next opening reads it.
        }

        session = null;
        closed?.TrySetResult();
    }

    private static TaskCompletionSource NewSignal(bool isSet)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (isSet)
            signal.SetResult();
        return signal;
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
            throw new StoreException(StoreFailure.Unavailable, $"The folder of {path} cannot be made or written; check its place and this user's rights.", error);
        }
    }
}
