using Microsoft.Data.Sqlite;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Subscriptions, what is due, and what became of each delivery, in a SQLite file of their own. Thread-safe; several hosts may have the file open.
/// </summary>
public sealed class SubscriptionStore : IDisposable
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "subscriptions.db";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SubscriptionTables tables;

    private SubscriptionStore(SubscriptionTables tables) => this.tables = tables;

    /// <summary>Opens the file; made when missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isDurable">False for measurements only: a commit need not survive a power failure, and no other process has the file open.</param>
    /// <exception cref="SqliteException">The file cannot be opened, or is not a database.</exception>
    public static SubscriptionStore Open(string path, bool isDurable = true) => new(SubscriptionTables.Open(path, isDurable));

    /// <summary>Stores a new subscription, due next at a time, and returns it with its id.</summary>
    public Task<Subscription> AddAsync(Subscription subscription, DueTime next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return RunAsync(() => subscription with { Id = tables.Insert(subscription, next) }, cancellationToken);
    }

    /// <summary>The subscriptions of a conversation with what is due next, oldest first.</summary>
    public Task<IReadOnlyList<(Subscription Subscription, DueTime Next)>> ListAsync(string channel, string conversation, CancellationToken cancellationToken) =>
        RunAsync(() => tables.List(channel, conversation), cancellationToken);

    /// <summary>Gives a subscription another schedule. A day that had its post gets no second one.</summary>
    public Task ChangeAsync(long subscription, DigestSchedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return RunAsync(
            () =>
            {
                using var transaction = tables.Begin();
                var next = DueTimes.After(schedule, now);
                if (tables.BegunDay(subscription) is { } begun)
                    tables.Record(new DeliveryNote(subscription, begun, DeliveryOutcome.Unknown, false, now, "its time was changed while it was being posted"), null);
                if (tables.LastDay(subscription) is { } last && last >= next.Day) next = DueTimes.AfterDay(schedule, last);
                tables.Change(subscription, schedule, next);
                transaction.Commit();
                return true;
            },
            cancellationToken);
    }

    /// <summary>Removes a subscription with its history.</summary>
    public Task RemoveAsync(long subscription, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                tables.Remove(subscription);
                return true;
            },
            cancellationToken);

    /// <summary>What became of a subscription's deliveries, newest first.</summary>
    public Task<IReadOnlyList<DeliveryNote>> HistoryAsync(long subscription, int most, CancellationToken cancellationToken) =>
        RunAsync(() => tables.History(subscription, most), cancellationToken);

    /// <summary>When something is to be done next; null when there are no subscriptions.</summary>
    public Task<DateTimeOffset?> NextWakeAsync(CancellationToken cancellationToken) => RunAsync(tables.NextWake, cancellationToken);

    /// <summary>Takes deliveries that are due, or whose host went silent, for as long as a lease.</summary>
    internal Task<IReadOnlyList<DueDelivery>> ClaimAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                using var transaction = tables.Begin();
                var claimed = tables.Claim(now, now + lease, most);
                transaction.Commit();
                return claimed;
            },
            cancellationToken);

    /// <summary>Writes down that a try begins, before it does. False when another host has taken the delivery over.</summary>
    internal Task<bool> BeginTryAsync(DueDelivery delivery, bool isRepost, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken) =>
        RunAsync(() => tables.BeginTry(delivery, isRepost, now, now + lease), cancellationToken);

    /// <summary>Writes down that a try failed, and when the next one is.</summary>
    internal Task<bool> RetryAsync(DueDelivery delivery, bool isUncertain, bool takesRepostBack, string? receipt, DateTimeOffset at, CancellationToken cancellationToken) =>
        RunAsync(() => tables.Retry(delivery, isUncertain, takesRepostBack, receipt, at), cancellationToken);

    /// <summary>Writes down how a delivery ended, or that a channel has accepted it, and when the next one is due. False when another host has taken it over.</summary>
    internal Task<bool> SettleAsync(DueDelivery delivery, DeliveryNote note, DueTime next, string? accepted, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                using var transaction = tables.Begin();
                var isOurs = tables.Settle(delivery, note, next, accepted);
                if (isOurs) transaction.Commit();
                return isOurs;
            },
            cancellationToken);

    /// <summary>What channels have accepted and not yet delivered.</summary>
    internal Task<IReadOnlyList<AcceptedPost>> AcceptedAsync(CancellationToken cancellationToken) => RunAsync(tables.Accepted, cancellationToken);

    /// <summary>Writes down how an accepted post ended. False when that was written down before.</summary>
    internal Task<bool> CloseAsync(AcceptedPost post, DeliveryNote note, CancellationToken cancellationToken) => RunAsync(() => tables.Close(post, note), cancellationToken);

    /// <summary>Tries whose fate is unknown count as having been made long ago.</summary>
    internal Task ForgetWhenTriedAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                tables.ForgetWhenTried();
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        tables.Dispose();
        gate.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            gate.Release();
        }
    }
}
