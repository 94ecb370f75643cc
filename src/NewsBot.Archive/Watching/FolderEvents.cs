namespace NewsBot.Archive.Watching;

/// <summary>
/// Wakes a watch when the system tells of a change in a folder. Some are never told, and network shares tell of none. Thread-safe.
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
            // The system watches no more folders for this user, or this one is gone: the folder is looked through all the same.
            starting?.Dispose();
        }
    }

    /// <summary>Waits for a change, at most so long.</summary>
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
            // All of a burst is seen by one look.
        }
    }

    public void Dispose() => watcher?.Dispose();

    private void Wake()
    {
        if (changed.CurrentCount == 0)
            changed.Release();
    }
}
