namespace NewsBot.Archive.Watching;

/// <summary>
/// Wakes a watch when the system reports a change in a folder. Some changes are never reported, and network shares report none.
/// Thread-safe.
/// </summary>
internal sealed class FolderEvents : IDisposable
{
    private readonly SemaphoreSlim changed = new(0);
    private readonly FileSystemWatcher? watcher;

    public FolderEvents(string folder)
    {
        FileSystemWatcher? starting = null;
        try
        {
            starting = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            starting.Changed += (_, _) => Wake();
            starting.Created += (_, _) => Wake();
            starting.Deleted += (_, _) => Wake();
            starting.Renamed += (_, _) => Wake();
            starting.Error += (_, _) => Wake();
            starting.EnableRaisingEvents = true;
            watcher = starting;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // This user can watch no more folders, or this one is gone: the folder is still scanned regularly.
            starting?.Dispose();
        }
    }

    /// <summary>Waits for a change, for at most the given time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = changed.WaitAsync(ends.Token);
        var ended = await Task.WhenAny(change, Task.Delay(atMost, time, ends.Token)).ConfigureAwait(false);
        await ends.CancelAsync().ConfigureAwait(false);
        await change.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (ended != change)
            return;
        await Task.Delay(WatchTimes.Burst, time, cancellationToken).ConfigureAwait(false);
        while (changed.Wait(0, CancellationToken.None))
        {
            // One scan sees all changes of a burst.
        }
    }

    public void Dispose() => watcher?.Dispose();

    private void Wake()
    {
        if (changed.CurrentCount == 0)
            changed.Release();
    }
}
