using System.Globalization;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Stores alerts and what they have found. Thread-safe; several hosts may have the database open.</summary>
/// <param name="database">A database opened with <see cref="Schema"/> and that of <see cref="SubscriptionStore"/>; not disposed of.</param>
public sealed class AlertStore(StateDatabase database)
{
    /// <summary>Gets the tables that the store needs besides those of <see cref="SubscriptionStore"/>.</summary>
    public static StateSchema Schema => AlertTables.Schema;

    /// <summary>
    /// Gets the digests and alerts that people have made. They stop without them, in shared channels, too: their rights decide what is
    /// posted.
    /// </summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "subscriptions",
            Schemas = [SubscriptionStore.Schema, Schema],
            Rows =
                "SELECT channel, conversation, kind, minute, zone, topic FROM subscription WHERE channel = $2 AND created_by = $1 ORDER BY id",
            Export = row =>
                new()
                {
                    ["channel"] = row.GetString(0),
                    ["conversation"] = row.GetString(1),
                    ["kind"] = (SubscriptionKind)row.GetInt32(2) == SubscriptionKind.Digest ? "digest" : "alert",
                    ["time"] = new TimeOnly(row.GetInt32(3) / 60, row.GetInt32(3) % 60).ToString("HH:mm", CultureInfo.InvariantCulture),
                    ["zone"] = row.GetString(4),
                    ["topic"] = row.TextOrNull(5),
                },
            Deletion =
            [
                $"DELETE FROM alert WHERE subscription IN ({Made})",
                $"DELETE FROM alert_match WHERE subscription IN ({Made})",
                $"DELETE FROM delivery WHERE subscription IN ({Made})",
                "DELETE FROM subscription WHERE channel = $2 AND created_by = $1",
            ],
            Names = "SELECT DISTINCT channel || ':' || created_by FROM subscription WHERE created_by = $1",
        };

    private const string Made = "SELECT id FROM subscription WHERE channel = $2 AND created_by = $1";

    /// <summary>Stores a new alert, which looks at what changes after a point.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="point">The point in the archive's order of changes.</param>
    /// <param name="seen">The sources of the articles that its readers have seen already.</param>
    /// <param name="most">The most alerts of all conversations.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>False when there are too many already.</returns>
    internal Task<bool> AddAsync(
        Alert alert,
        ArchivePoint point,
        IReadOnlyList<string> seen,
        int most,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            db =>
            {
                var tables = new AlertTables(db);
                if (tables.Count() >= most)
                    return false;
                var id = tables.Add(alert, point, now);
                // Long enough ago that the first further article does not wait.
                foreach (var source in seen)
                    tables.AddSeen(id, source, seen[0], now - TimeSpan.FromDays(1));
                return true;
            },
            cancellationToken
        );

    /// <summary>Returns the alerts of a conversation, oldest first.</summary>
    internal Task<IReadOnlyList<Alert>> ListAsync(string channel, string conversation, CancellationToken cancellationToken) =>
        database.ReadAsync(db => new AlertTables(db).List(channel, conversation), cancellationToken);

    /// <summary>Returns an alert with what it has found; null when it is gone.</summary>
    internal Task<(Alert? Alert, IReadOnlyList<AlertMatch> Matches)> FindAsync(long subscription, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
            {
                var tables = new AlertTables(db);
                return (tables.Find(subscription), tables.Matches(subscription));
            },
            cancellationToken
        );

    /// <summary>Returns the alerts that are looking, by the text of their cursors.</summary>
    internal Task<IReadOnlyList<(Alert Alert, string Cursor)>> LookingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => new AlertTables(db).Looking(), cancellationToken);

    /// <summary>Returns the alerts that have told any of these articles, with those articles.</summary>
    internal Task<ILookup<long, string>> ToldByAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
            {
                var tables = new AlertTables(db);
                return sources
                    .SelectMany(source => tables.ToldBy(source).Select(alert => (Alert: alert, Source: source)))
                    .ToLookup(one => one.Alert, one => one.Source);
            },
            cancellationToken
        );

    /// <summary>Removes an alert with all that it has found.</summary>
    internal Task RemoveAsync(long subscription, CancellationToken cancellationToken) =>
        WriteAsync(tables => tables.Remove(subscription), cancellationToken);

    /// <summary>Makes an alert post nothing until a time; a past time or now: what was found meanwhile comes at once.</summary>
    internal Task SilenceAsync(long subscription, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(
            tables =>
            {
                tables.Silence(subscription, until);
                tables.Wake(subscription, now);
            },
            cancellationToken
        );

    /// <summary>
    /// Records what was found up to a point, in one transaction with the cursors: each article is looked at once, whichever host does it,
    /// and whenever it crashes.
    /// </summary>
    internal Task RecordAsync(
        IReadOnlyList<(long Alert, string Cursor, IReadOnlyList<AlertMatch> Found)> looked,
        DigestCursor upTo,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            tables =>
            {
                var moved = upTo.Write();
                foreach (var (alert, cursor, found) in looked)
                {
                    if (!tables.Move(alert, cursor, moved))
                        continue;
                    var isNew = false;
                    foreach (var match in found)
                        isNew |= tables.Add(alert, match);
                    if (isNew)
                        tables.Wake(alert, now);
                }

                tables.Forget(now - CitedPosts.KeptFor);
                foreach (var over in tables.Over())
                    tables.Remove(over);
            },
            cancellationToken
        );

    /// <summary>
    /// Makes an alert with nothing to tell look again when it may have. What was found since it looked is not left waiting: this decides
    /// within the transaction.
    /// </summary>
    internal Task RestAsync(DueDelivery delivery, DateTimeOffset now, TimeSpan between, CancellationToken cancellationToken) =>
        WriteAsync(
            tables =>
            {
                if (tables.Find(delivery.Subscription.Id) is not { } alert)
                    return;
                var (_, next) = AlertTiming.Choose(alert, tables.Matches(delivery.Subscription.Id), now, between);
                if (tables.Rest(delivery, next) && next == Alert.Never)
                    tables.EndSilence(delivery.Subscription.Id, now);
            },
            cancellationToken
        );

    /// <summary>Removes what cannot be told any more.</summary>
    internal Task DropAsync(long subscription, IReadOnlyCollection<AlertMatch> gone, CancellationToken cancellationToken) =>
        WriteAsync(
            tables =>
            {
                foreach (var match in gone)
                    tables.Drop(subscription, match);
            },
            cancellationToken
        );

    /// <summary>Records as told what an attempt of unknown fate contained and cannot be posted again.</summary>
    internal Task GiveUpAsync(DueDelivery delivery, DigestAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(
            tables =>
            {
                if (tables.Rest(delivery, now))
                    tables.Tell(delivery.Subscription.Id, attempt, delivery.Due.Day, now);
            },
            cancellationToken
        );

    private Task<bool> WriteAsync(Action<AlertTables> work, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
            {
                work(new AlertTables(db));
                return true;
            },
            cancellationToken
        );
}
