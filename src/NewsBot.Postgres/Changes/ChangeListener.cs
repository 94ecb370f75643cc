using NewsBot.Postgres.Connecting;

namespace NewsBot.Postgres.Changes;

/// <summary>
/// Listens for the changes of an archive on a connection of its own, from the first request on, and connects again for as long as it
/// takes. Thread-safe.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="looksEvery">How long silence is trusted; after that, a change may have been missed.</param>
internal sealed class ChangeListener(Server server, TimeSpan looksEvery) : IAsyncDisposable
{
    /// <summary>Specifies the channel on which writers notify; the payload is the number of the newest change.</summary>
    public const string Channel = "newsbot_change";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock access = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? listening;

    /// <summary>Returns a task that completes at the next change, or when one may have been missed.</summary>
    public Task NextAsync()
    {
        lock (access)
        {
            listening ??= Task.Run(ListenAsync);
            return next.Task;
        }
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        Task? running;
        lock (access)
            running = listening;
        if (running is not null)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (PostgresFailures.IsOfServer(failure))
            {
                // Readers meet the same failure and report it.
                await Task.Delay(Pause, TimeProvider.System, stop.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        var connection = await server.OpenAsync(stop.Token).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        connection.Notification += (_, _) => Tell();
        await connection.RunAsync($"LISTEN {Channel}", stop.Token).ConfigureAwait(false);
        // What was committed while nobody listened.
        Tell();
        while (true)
        {
            if (await connection.WaitAsync(looksEvery, stop.Token).ConfigureAwait(false))
                continue;
            // A dead link looks like silence until something is sent over it.
            await connection.RunAsync("SELECT 1", stop.Token).ConfigureAwait(false);
            Tell();
        }
    }

    private void Tell()
    {
        TaskCompletionSource told;
        lock (access)
            (told, next) = (next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        told.SetResult();
    }
}
