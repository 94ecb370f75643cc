using System.Data.Common;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Contains the SQL statements of <see cref="AlertStore"/>. An alert is a subscription with a row of its own.</summary>
/// <param name="db">The database, in a transaction for statements that change something.</param>
internal readonly struct AlertTables(StateConnection db)
{
    public static readonly StateSchema Schema = new()
    {
        Feature = "alerts",
        Steps =
        [
            """
                -- silent_until: it posts nothing before; once past, what was found meanwhile comes in one post. ended: its question was answered.
                CREATE TABLE alert (
                  subscription INTEGER PRIMARY KEY, form INTEGER NOT NULL, pace INTEGER NOT NULL, silent_until INTEGER, ended INTEGER NOT NULL DEFAULT 0);
                -- post, told_at: the post that told it; NULL as long as none has.
                CREATE TABLE alert_match (
                  subscription INTEGER NOT NULL, source TEXT NOT NULL, kind INTEGER NOT NULL, story TEXT NOT NULL, change INTEGER NOT NULL,
                  at INTEGER NOT NULL, post INTEGER, told_at INTEGER, PRIMARY KEY (subscription, source, kind)) WITHOUT ROWID;
                CREATE INDEX alert_match_source ON alert_match (source) WHERE post IS NOT NULL;
                CREATE INDEX alert_match_told ON alert_match (told_at) WHERE told_at IS NOT NULL;
                """,
        ],
        PostgresSteps =
        [
            """
                CREATE TABLE alert (
                  subscription BIGINT PRIMARY KEY, form BIGINT NOT NULL, pace BIGINT NOT NULL, silent_until BIGINT, ended BIGINT NOT NULL DEFAULT 0);
                CREATE TABLE alert_match (
                  subscription BIGINT NOT NULL, source TEXT NOT NULL, kind BIGINT NOT NULL, story TEXT NOT NULL, change BIGINT NOT NULL,
                  at BIGINT NOT NULL, post BIGINT, told_at BIGINT, PRIMARY KEY (subscription, source, kind));
                CREATE INDEX alert_match_source ON alert_match (source) WHERE post IS NOT NULL;
                CREATE INDEX alert_match_told ON alert_match (told_at) WHERE told_at IS NOT NULL;
                """,
        ],
    };

    private const string Columns =
        SubscriptionTables.Columns + ", form, pace, silent_until FROM subscription JOIN alert ON alert.subscription = subscription.id";

    /// <summary>Adds an alert that looks at what changes after a point; returns its id.</summary>
    public long Add(Alert alert, ArchivePoint point, DateTimeOffset now)
    {
        var subscriptions = new SubscriptionTables(db);
        var id = subscriptions.Insert(alert.Subscription, new DueTime(DateOnly.MinValue.AddDays(1), Alert.Never));
        subscriptions.SetCursor(id, new DigestCursor(point.Change, point.History, now));
        db.Run("INSERT INTO alert (subscription, form, pace) VALUES ($1, $2, $3)", id, (long)alert.Form, (long)alert.Pace);
        return id;
    }

    public IReadOnlyList<Alert> List(string channel, string conversation) =>
        db.Rows($"SELECT {Columns} WHERE ended = 0 AND channel = $1 AND conversation = $2 ORDER BY id", AlertOf, channel, conversation);

    public int Count() => Convert.ToInt32(db.Value("SELECT count(*) FROM alert WHERE ended = 0"), null);

    /// <summary>Returns the alerts that are looking, each with the text of its cursor.</summary>
    public IReadOnlyList<(Alert Alert, string Cursor)> Looking() =>
        db.Rows($"SELECT {Columns} WHERE ended = 0", row => (AlertOf(row), row.GetString(16)));

    public Alert? Find(long subscription) =>
        db.Rows($"SELECT {Columns} WHERE id = $1", AlertOf, subscription) is [var alert] ? alert : null;

    public void Silence(long subscription, DateTimeOffset? until) =>
        db.Run("UPDATE alert SET silent_until = $2 WHERE subscription = $1", subscription, until);

    public void Remove(long subscription)
    {
        db.Run("DELETE FROM alert WHERE subscription = $1", subscription);
        db.Run("DELETE FROM alert_match WHERE subscription = $1", subscription);
        new SubscriptionTables(db).Remove(subscription);
    }

    public IReadOnlyList<AlertMatch> Matches(long subscription) =>
        db.Rows(
            "SELECT source, kind, story, change, at, told_at FROM alert_match WHERE subscription = $1",
            row => new AlertMatch(
                row.GetString(0),
                (AlertMatchKind)row.GetInt32(1),
                row.GetString(2),
                row.GetInt64(3),
                row.Time(4),
                row.TimeOrNull(5)
            ),
            subscription
        );

    /// <summary>Returns the alerts that have told an article.</summary>
    public IReadOnlyList<long> ToldBy(string source) =>
        db.Rows(
            "SELECT DISTINCT subscription FROM alert_match WHERE source = $1 AND post IS NOT NULL AND kind <> 2",
            row => row.GetInt64(0),
            source
        );

    /// <summary>Moves a cursor; returns false when another host has done so, or the alert is gone.</summary>
    public bool Move(long subscription, string from, string to) =>
        db.Run("UPDATE subscription SET cursor = $3 WHERE id = $1 AND cursor = $2", subscription, from, to) == 1;

    /// <summary>Adds something to tell. An article is told once; of its corrections, each.</summary>
    public bool Add(long subscription, AlertMatch match) =>
        db.Run(
            """
            INSERT INTO alert_match (subscription, source, kind, story, change, at, post, told_at) VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL)
            ON CONFLICT (subscription, source, kind) DO UPDATE SET change = excluded.change, at = excluded.at, post = NULL, told_at = NULL
            WHERE excluded.kind = 1 AND excluded.change > alert_match.change
            """,
            subscription,
            match.Source,
            (long)match.Kind,
            match.Story,
            match.Change,
            match.At
        ) == 1;

    /// <summary>Records an article as told without a post, because readers have seen it already.</summary>
    public void AddSeen(long subscription, string source, string story, DateTimeOffset at) =>
        db.Run(
            "INSERT INTO alert_match (subscription, source, kind, story, change, at, post, told_at) VALUES ($1, $2, 0, $3, 0, $4, 0, $4) ON CONFLICT DO NOTHING",
            subscription,
            source,
            story,
            at
        );

    /// <summary>Makes an alert look now, unless a post of it is under way: it looks again after that.</summary>
    public void Wake(long subscription, DateTimeOffset now) =>
        db.Run("UPDATE subscription SET wake_at = $2, due_at = $2 WHERE id = $1 AND wake_at = due_at AND wake_at > $2", subscription, now);

    /// <summary>Makes an alert look again at a time; returns false when another host has taken over.</summary>
    public bool Rest(DueDelivery delivery, DateTimeOffset until) =>
        db.Run(
            """
            UPDATE subscription SET wake_at = $3, due_at = $3, tries = 0, uncertain = 0, tried_at = NULL, reposts = 0, receipt = NULL, attempt = NULL
            WHERE id = $1 AND claim = $2
            """,
            delivery.Subscription.Id,
            delivery.Claim,
            until
        ) == 1;

    public void EndSilence(long subscription, DateTimeOffset now) =>
        db.Run("UPDATE alert SET silent_until = NULL WHERE subscription = $1 AND silent_until <= $2", subscription, now);

    public void End(long subscription, bool isOver) => db.Run("UPDATE alert SET ended = $2 WHERE subscription = $1", subscription, isOver);

    /// <summary>Removes what cannot be told any more.</summary>
    public void Drop(long subscription, AlertMatch match) =>
        db.Run(
            "DELETE FROM alert_match WHERE subscription = $1 AND source = $2 AND kind = $3 AND post IS NULL",
            subscription,
            match.Source,
            (long)match.Kind
        );

    /// <summary>Records what a post told.</summary>
    public void Tell(long subscription, DigestAttempt attempt, DateOnly post, DateTimeOffset at)
    {
        foreach (var source in attempt.Told)
            db.Run(
                "UPDATE alert_match SET post = $3, told_at = $4 WHERE subscription = $1 AND source = $2 AND kind <> 2 AND post IS NULL",
                subscription,
                source,
                (long)post.DayNumber,
                at
            );
        foreach (var source in attempt.Withdrawn)
            db.Run(
                "UPDATE alert_match SET post = $3, told_at = $4 WHERE subscription = $1 AND source = $2 AND kind = 2 AND post IS NULL",
                subscription,
                source,
                (long)post.DayNumber,
                at
            );
    }

    /// <summary>Makes what a post told something to tell again, because the post did not arrive.</summary>
    public void Untell(long subscription, DateOnly post) =>
        db.Run(
            "UPDATE alert_match SET post = NULL, told_at = NULL WHERE subscription = $1 AND post = $2",
            subscription,
            (long)post.DayNumber
        );

    /// <summary>Returns the alerts that have ended and have nothing left to correct.</summary>
    public IReadOnlyList<long> Over() =>
        db.Rows(
            "SELECT subscription FROM alert WHERE ended = 1 AND NOT EXISTS (SELECT 1 FROM alert_match WHERE alert_match.subscription = alert.subscription)",
            row => row.GetInt64(0)
        );

    public void Forget(DateTimeOffset before) => db.Run("DELETE FROM alert_match WHERE told_at < $1", before);

    private static Alert AlertOf(DbDataReader row) =>
        new(SubscriptionTables.SubscriptionOf(row), (AlertForm)row.GetInt32(21), (AlertPace)row.GetInt32(22), row.TimeOrNull(23));
}
