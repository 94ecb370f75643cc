using System.Data.Common;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Lists the subscriptions and alerts of all channels for staff, who may stop them. Thread-safe.</summary>
/// <param name="database">A database opened with the tables of <see cref="SubscriptionStore"/> and <see cref="AlertStore"/>.</param>
/// <param name="time">The clock.</param>
public sealed class SubscriptionList(StateDatabase database, TimeProvider time)
{
    // What was due and has been tried, and of whose last attempt it is known that it did not arrive.
    private const string Waits = "tries > 0 AND uncertain = 0 AND due_at <= $1 AND wake_at > $1";

    private static readonly string Listed =
        $"SELECT {SubscriptionTables.Columns}, wake_at, {Waits}, form, pace, silent_until FROM subscription LEFT JOIN alert ON alert.subscription = id "
        + "WHERE (ended IS NULL OR ended = 0) AND id > $2 ORDER BY id LIMIT $3";

    /// <summary>Returns subscriptions and alerts, oldest first; those that are over are left out.</summary>
    /// <param name="after">Only those with a greater id; 0: from the first on.</param>
    /// <param name="most">The most to return.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<IReadOnlyList<ListedSubscription>> ReadAsync(long after, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ListedSubscription>>(
            db =>
            {
                var tables = new SubscriptionTables(db);
                var rows = db.Rows(Listed, RowOf, time.GetUtcNow(), after, (long)most);
                return [.. rows.Select(row => row with { Last = tables.History(row.Subscription.Id, 1) is [var last] ? last : null })];
            },
            cancellationToken
        );

    /// <summary>Stops a subscription or alert, and forgets what it has posted.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>What was stopped; null: there is none with this id.</returns>
    public Task<ListedSubscription?> StopAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
            {
                var found = Find(db, id);
                if (found?.Subscription.Kind == SubscriptionKind.Alert)
                    new AlertTables(db).Remove(id);
                else if (found is not null)
                    new SubscriptionTables(db).Remove(id);
                return found;
            },
            cancellationToken
        );

    /// <summary>Makes a post that waits for another attempt due now.</summary>
    /// <param name="id">The id of its subscription.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>What is tried; null: no attempt of it waits.</returns>
    public Task<ListedSubscription?> TryNowAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
                db.Run($"UPDATE subscription SET wake_at = $1 WHERE id = $2 AND {Waits}", time.GetUtcNow(), id) == 1 ? Find(db, id) : null,
            cancellationToken
        );

    private ListedSubscription? Find(StateConnection db, long id) =>
        db.Rows(Listed, RowOf, time.GetUtcNow(), id - 1, 1L) is [var found] && found.Subscription.Id == id ? found : null;

    private ListedSubscription RowOf(DbDataReader row)
    {
        var subscription = SubscriptionTables.SubscriptionOf(row);
        var (due, triesAt) = (row.Time(9), row.Flag(22) ? row.Time(21) : (DateTimeOffset?)null);
        if (row.IsDBNull(23))
            return new(subscription, $"digest {subscription.Schedule}", due, null, row.GetInt32(11), triesAt, null);
        var alert = new Alert(subscription, (AlertForm)row.GetInt32(23), (AlertPace)row.GetInt32(24), row.TimeOrNull(25));
        return new(
            subscription,
            $"alert {alert}",
            due < Alert.Never ? due : null,
            alert.SilentUntil == Alert.Never ? DateTimeOffset.MaxValue
                : alert.SilentUntil > time.GetUtcNow() ? alert.SilentUntil
                : null,
            row.GetInt32(11),
            triesAt,
            null
        );
    }
}
