using System.Threading.Channels;

namespace NewsBot.Archive.Ingest;

/// <summary>Reads on, in bounded memory, while earlier items are being written.</summary>
/// <remarks>
/// Disposing of it ends the reading without waiting for it: a read from a pipe cannot be interrupted, and must not delay Ctrl-C.
/// </remarks>
internal sealed class ReadAhead : IDisposable
{
    // One permit for each item and for each CharsOfPermit characters of it: about 32 MB of text at most.
    private const int Permits = 256;

    private const int CharsOfPermit = 65_536;

    private readonly SemaphoreSlim permits = new(Permits, Permits);
    private readonly Channel<(IngestItem Item, int Permits)> channel = Channel.CreateUnbounded<(IngestItem, int)>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
    );

    private readonly CancellationTokenSource stopping = new();

    public ReadAhead(Func<CancellationToken, IAsyncEnumerable<IngestItem>> items) =>
        _ = Task.Run(() => ReadAsync(items(stopping.Token), stopping.Token));

    /// <summary>Returns the next item; null at the end.</summary>
    /// <param name="whenWaiting">Called before waiting, when the next item is not there yet.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask<IngestItem?> NextAsync(Func<Task> whenWaiting, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!channel.Reader.TryRead(out var next))
        {
            await whenWaiting().ConfigureAwait(false);
            if (!await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) || !channel.Reader.TryRead(out next))
                return null;
        }

        permits.Release(next.Permits);
        return next.Item;
    }

    /// <summary>Ends the reading.</summary>
    public void Dispose() => stopping.Cancel();

    // Failures reach the reader of the channel.
    private async Task ReadAsync(IAsyncEnumerable<IngestItem> items, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var cost = Math.Min(
                    Permits,
                    1 + (item is IngestItem.Read { Result.Article.Text.Length: var length } ? length / CharsOfPermit : 0)
                );
                for (var i = 0; i < cost; i++)
                    await permits.WaitAsync(cancellationToken).ConfigureAwait(false);
                await channel.Writer.WriteAsync((item, cost), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            failure = error;
        }

        channel.Writer.Complete(failure);
    }
}
