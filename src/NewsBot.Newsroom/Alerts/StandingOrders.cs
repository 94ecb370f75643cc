using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>
/// Makes subscriptions of what the settings order for a channel, in one transaction: what is ordered as before goes on where it was.
/// Thread-safe; several hosts may do it at the same time.
/// </summary>
/// <param name="database">A database opened with the tables of <see cref="SubscriptionStore"/> and <see cref="AlertStore"/>.</param>
/// <param name="news">Knows the newest point in the order of changes, from which a new alert looks.</param>
/// <param name="time">The clock.</param>
public sealed class StandingOrders(StateDatabase database, IDigestNews news, TimeProvider time)
{
    private const string BySettings = "settings";

    /// <summary>Adds, changes and removes subscriptions until a channel has those that are ordered, and no others.</summary>
    /// <param name="channel">The name of the channel; nobody else subscribes there.</param>
    /// <param name="orders">The orders, at most one for each receiver.</param>
    /// <param name="cancellationToken">Cancels the work before anything is changed.</param>
    /// <exception cref="ArgumentException">An alert cannot be read.</exception>
    public async Task ApplyAsync(string channel, IReadOnlyList<StandingOrder> orders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var point = await news.PointAsync(cancellationToken).ConfigureAwait(false);
        var wanted = orders.ToDictionary(order => order.Conversation, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        await database
            .WriteAsync(
                db =>
                {
                    var known = new SubscriptionTables(db).Conversations(channel);
                    foreach (var conversation in known.Union(wanted.Keys, StringComparer.Ordinal))
                    {
                        var order = wanted.GetValueOrDefault(conversation);
                        ApplyDigest(db, channel, conversation, order?.Digest, now);
                        ApplyAlert(db, channel, conversation, order?.Alert, point, now);
                    }

                    return true;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static void ApplyDigest(StateConnection db, string channel, string conversation, DigestSchedule? digest, DateTimeOffset now)
    {
        var tables = new SubscriptionTables(db);
        var isThere = false;
        foreach (var (subscription, _) in tables.List(channel, conversation))
        {
            if (digest is null || isThere)
                tables.Remove(subscription.Id);
            // What it has told, and how far, stays.
            else if (subscription.Schedule != digest)
                SubscriptionStore.Change(tables, subscription.Id, digest, now);
            isThere = true;
        }

        if (digest is not null && !isThere)
            tables.Insert(Order(SubscriptionKind.Digest, channel, conversation, digest), DueTimes.After(digest, now));
    }

    private static void ApplyAlert(
        StateConnection db,
        string channel,
        string conversation,
        string? words,
        ArchivePoint point,
        DateTimeOffset now
    )
    {
        var tables = new AlertTables(db);
        var wanted = words is null ? null : AlertOf(words, channel, conversation);
        var isThere = false;
        foreach (var alert in tables.List(channel, conversation))
        {
            if (!isThere && wanted is not null && alert.LooksLike(wanted))
                isThere = true;
            else
                tables.Remove(alert.Subscription.Id);
        }

        if (wanted is not null && !isThere)
            tables.Add(wanted, point, now);
    }

    private static Alert AlertOf(string words, string channel, string conversation)
    {
        var (form, pace, schedule, problem) = AlertReader.Read(words);
        return schedule is null
            ? throw new ArgumentException(problem, nameof(words))
            : new Alert(Order(SubscriptionKind.Alert, channel, conversation, schedule), form, pace);
    }

    private static Subscription Order(SubscriptionKind kind, string channel, string conversation, DigestSchedule schedule) =>
        new()
        {
            Kind = kind,
            Channel = channel,
            Conversation = conversation,
            CreatedBy = BySettings,
            Schedule = schedule,
        };
}
