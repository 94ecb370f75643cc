using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Stores subscriptions, what is due, and the outcome of each delivery. Thread-safe; several hosts may have the database open.
/// </summary>
/// <param name="database">A database opened with <see cref="Schema"/>; not disposed of.</param>
public sealed class SubscriptionStore(StateDatabase database)
{
    /// <summary>Gets the tables that the store needs.</summary>
    public static StateSchema Schema => SubscriptionTables.Schema;

    /// <summary>Stores a new subscription with its next due time, and returns it with its id.</summary>
    public Task<Subscription> AddAsync(Subscription subscription, DueTime next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return WriteAsync(tables => subscription with { Id = tables.Insert(subscription, next) }, cancellationToken);
    }

    /// <summary>Returns the subscriptions of a conversation with their next due times, oldest first.</summary>
    public Task<IReadOnlyList<(Subscription Subscription, DueTime Next)>> ListAsync(
        string channel,
        string conversation,
        CancellationToken cancellationToken
    ) => ReadAsync(tables => tables.List(channel, conversation), cancellationToken);

    /// <summary>Changes the schedule of a subscription. A day that had its post does not get a second one.</summary>
    public Task ChangeAsync(long subscription, DigestSchedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return WriteAsync(tables => Change(tables, subscription, schedule, now), cancellationToken);
    }

    /// <summary>Does the same within a transaction.</summary>
    internal static int Change(SubscriptionTables tables, long subscription, DigestSchedule schedule, DateTimeOffset now)
    {
        var next = DueTimes.After(schedule, now);
        if (tables.Begun(subscription) is var (day, attempt))
            tables.Record(
                new DeliveryNote(subscription, day, DeliveryOutcome.Unknown, false, now, "its time was changed while it was being posted"),
                attempt
            );
        if (tables.LastDay(subscription) is { } last && last >= next.Day)
            next = DueTimes.AfterDay(schedule, last);
        return tables.Change(subscription, schedule, next);
    }

    /// <summary>Removes a subscription with its history.</summary>
    public Task RemoveAsync(long subscription, CancellationToken cancellationToken) =>
        WriteAsync(tables => tables.Remove(subscription), cancellationToken);

    /// <summary>Returns the outcomes of a subscription's deliveries, newest first.</summary>
    public Task<IReadOnlyList<DeliveryNote>> HistoryAsync(long subscription, int most, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.History(subscription, most), cancellationToken);

    /// <summary>Returns when the next action is due (UTC); null when there are no subscriptions of this kind.</summary>
    public Task<DateTimeOffset?> NextWakeAsync(SubscriptionKind kind, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.NextWake(kind), cancellationToken);

    /// <summary>Claims deliveries that are due, or whose host has gone silent, for the length of a lease.</summary>
    internal Task<IReadOnlyList<DueDelivery>> ClaimAsync(
        SubscriptionKind kind,
        DateTimeOffset now,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    ) => WriteAsync(tables => tables.Claim(kind, now, now + lease, most), cancellationToken);

    /// <summary>Records an attempt before it begins; returns false when another host has taken over the delivery.</summary>
    internal Task<bool> BeginTryAsync(
        DueDelivery delivery,
        DigestAttempt attempt,
        bool isRepost,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => WriteAsync(tables => tables.BeginTry(delivery, attempt, isRepost, now, now + lease), cancellationToken);

    /// <summary>
    /// Records that an attempt failed, and when the next one is due; returns false when another host has taken over the delivery.
    /// </summary>
    internal Task<bool> RetryAsync(
        DueDelivery delivery,
        bool isUncertain,
        bool takesRepostBack,
        string? receipt,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => WriteAsync(tables => tables.Retry(delivery, isUncertain, takesRepostBack, receipt, at), cancellationToken);

    /// <summary>
    /// Records how a delivery ended, or that a channel has accepted it, and when the next one is due; returns false
    /// when another host has taken it over. What else is to be recorded is in the same transaction.
    /// </summary>
    internal Task<bool> SettleAsync(
        DueDelivery delivery,
        DeliveryNote note,
        DigestAttempt? attempt,
        DueTime next,
        string? accepted,
        Action<StateConnection> record,
        CancellationToken cancellationToken
    ) => WithAsync(tables => tables.Settle(delivery, note, attempt, next, accepted), record, cancellationToken);

    /// <summary>Determines whether there are subscriptions that have no cursor yet: new ones, and those of an earlier version.</summary>
    internal async Task<bool> LacksCursorsAsync(CancellationToken cancellationToken) =>
        await ReadAsync(tables => tables.WithoutCursor().Count > 0, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Gives each subscription without a cursor one: from now on by changes, and what was published since its last due time.
    /// </summary>
    internal Task<int> AddCursorsAsync(ArchivePoint point, CancellationToken cancellationToken) =>
        WriteAsync(
            tables =>
                tables
                    .WithoutCursor()
                    .Sum(one =>
                        tables.SetCursor(
                            one.Subscription.Id,
                            new DigestCursor(
                                point.Change,
                                point.History,
                                DueTimes.Before(one.Subscription.Schedule, one.Next.At).At,
                                TakesPublished: true
                            )
                        )
                    ),
            cancellationToken
        );

    /// <summary>
    /// Returns the sources of the reports that a subscription's posts have told since a time, apart from those that a post has said were
    /// withdrawn; forgets earlier ones.
    /// </summary>
    internal Task<IReadOnlySet<string>> ToldAsync(long subscription, DateTimeOffset since, CancellationToken cancellationToken) =>
        WriteAsync<IReadOnlySet<string>>(
            tables =>
            {
                tables.ForgetTold(subscription, since);
                var (told, withdrawn) = tables.Told(subscription, since);
                return told.Except(withdrawn, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            },
            cancellationToken
        );

    /// <summary>Returns the posts that channels have accepted and not yet delivered.</summary>
    internal Task<IReadOnlyList<AcceptedPost>> AcceptedAsync(SubscriptionKind kind, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Accepted(kind), cancellationToken);

    /// <summary>Records how an accepted post ended; returns false when that was recorded before.</summary>
    internal Task<bool> CloseAsync(
        AcceptedPost post,
        DeliveryNote note,
        Action<StateConnection> record,
        CancellationToken cancellationToken
    ) => WithAsync(tables => tables.Close(post, note), record, cancellationToken);

    /// <summary>Records the digest that a conversation sees last, for those who follow one of its stories.</summary>
    public Task ShowAsync(string channel, string conversation, Digest digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Stories.Count == 0
            ? Task.CompletedTask
            : WriteAsync(tables => tables.Show(channel, conversation, ShownStory.Of(digest)), cancellationToken);
    }

    /// <summary>Returns the stories of the digest that a conversation saw last; empty when it saw none.</summary>
    internal Task<IReadOnlyList<ShownStory>> ShownAsync(string channel, string conversation, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Shown(channel, conversation), cancellationToken);

    /// <summary>Treats attempts of unknown fate as made long ago.</summary>
    internal Task ForgetWhenTriedAsync(CancellationToken cancellationToken) =>
        WriteAsync(tables => tables.ForgetWhenTried(), cancellationToken);

    private Task<T> ReadAsync<T>(Func<SubscriptionTables, T> work, CancellationToken cancellationToken) =>
        database.ReadAsync(db => work(new SubscriptionTables(db)), cancellationToken);

    private Task<bool> WithAsync(
        Func<SubscriptionTables, bool> work,
        Action<StateConnection> record,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            db =>
            {
                var isDone = work(new SubscriptionTables(db));
                if (isDone)
                    record(db);
                return isDone;
            },
            cancellationToken
        );

    private Task<T> WriteAsync<T>(Func<SubscriptionTables, T> work, CancellationToken cancellationToken) =>
        database.WriteAsync(db => work(new SubscriptionTables(db)), cancellationToken);
}
