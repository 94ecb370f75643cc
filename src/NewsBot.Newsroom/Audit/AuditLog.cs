using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Audit;

/// <summary>
/// Records who did what, without keeping anyone waiting: entries gather in a bounded queue and are written in groups. What does not fit is
/// dropped, counted and logged; while the disk refuses, the queue fills. Thread-safe. Disposing writes what waits.
/// </summary>
public sealed partial class AuditLog : IAsyncDisposable
{
    /// <summary>Specifies the number of entries that wait at most, unless another is set.</summary>
    public const int Capacity = 10_000;

    private const int MostInGroup = 256;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private static readonly Meter Meter = new("NewsBot.Audit");
    private static readonly Counter<long> Lost = Meter.CreateCounter<long>("newsbot.audit.dropped", "{entry}", "Audit entries lost");

    private readonly StateDatabase database;
    private readonly AuditOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<AuditLog>? log;
    private readonly Channel<AuditEntry> queue;
    private readonly int most;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task writing;
    private long dropped;
    private int isDropping;

    /// <summary>Starts to write what is recorded.</summary>
    /// <param name="database">A database opened with <see cref="AuditTable.Schema"/>; not disposed of.</param>
    /// <param name="options">What is kept, and for how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Learns when entries are lost; null: nothing is logged.</param>
    /// <param name="capacity">The number of entries that wait at most.</param>
    public AuditLog(StateDatabase database, AuditOptions options, TimeProvider time, ILogger<AuditLog>? log = null, int capacity = Capacity)
    {
        (this.database, this.options, this.time, this.log) = (database, options, time, log);
        most = Math.Min(capacity, MostInGroup);
        queue = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(capacity) { SingleReader = true });
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Gets the number of entries lost since the start.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Records an action; returns at once.</summary>
    /// <param name="by">Who; null: an action of the program itself, which is not recorded.</param>
    /// <param name="action">What.</param>
    /// <param name="target">To what; null where words say it, as in questions and searches.</param>
    /// <param name="desk">With the rights of which desk; null for none.</param>
    /// <param name="question">The question, or the words of a search or topic; recorded only where the options say so.</param>
    /// <param name="outcome">How a question ended.</param>
    /// <param name="elapsed">How long its answer took.</param>
    public void Record(
        AuditActor? by,
        AuditAction action,
        string? target = null,
        string? desk = null,
        string? question = null,
        string? outcome = null,
        TimeSpan? elapsed = null
    )
    {
        if (by is null || options.Days == 0)
            return;
        var entry = new AuditEntry
        {
            At = time.GetUtcNow(),
            By = by,
            Action = action,
            Target = target,
            Question = options.Questions ? question : null,
            Desk = desk,
            Outcome = outcome,
            Elapsed = elapsed,
        };
        if (!queue.Writer.TryWrite(entry))
            Drop(1, "its queue is full");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!queue.Writer.TryComplete())
            return;
        await stopping.CancelAsync().ConfigureAwait(false);
        await writing.ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<AuditEntry>(most);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < most && queue.Reader.TryRead(out var entry))
                group.Add(entry);
            await WriteAsync(group).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(List<AuditEntry> group)
    {
        var isWaiting = false;
        while (true)
        {
            try
            {
                await database
                    .WriteAsync(
                        db =>
                            group.Sum(entry => AuditTable.Add(db, entry))
                            + AuditTable.Purge(db, time.GetUtcNow() - TimeSpan.FromDays(options.Days)),
                        CancellationToken.None
                    )
                    .ConfigureAwait(false);
                if ((Interlocked.Exchange(ref isDropping, 0) == 1 || isWaiting) && log is not null)
                    Works(log, Dropped);
                return;
            }
#pragma warning disable CA1031 // The edge of a background loop: it tries again, and what arrives meanwhile waits or is counted.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (stopping.IsCancellationRequested)
                {
                    Drop(group.Count, failure.Message);
                    return;
                }

                if (!isWaiting && log is not null)
                    Waits(log, failure.Message);
                isWaiting = true;
                await Task.Delay(BetweenTries, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Once for each outage, not for each entry.
    private void Drop(int entries, string reason)
    {
        Interlocked.Add(ref dropped, entries);
        Lost.Add(entries);
        if (Interlocked.Exchange(ref isDropping, 1) == 0 && log is not null)
            Drops(log, reason);
    }

    [LoggerMessage(1, LogLevel.Error, "The audit log loses entries: {Reason}")]
    private static partial void Drops(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The audit log is written again; entries lost since the start: {Lost}")]
    private static partial void Works(ILogger log, long lost);

    [LoggerMessage(3, LogLevel.Error, "The audit log cannot be written; NewsBot tries again each second: {Reason}")]
    private static partial void Waits(ILogger log, string reason);
}
