using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Contains the SQL statements of <see cref="SubscriptionStore"/>.</summary>
/// <param name="db">The database, in a transaction for statements that change something.</param>
internal readonly struct SubscriptionTables(StateConnection db)
{
    /// <summary>
    /// Defines the tables. wake_at alone says when a row is due for action: its due time, the next attempt, or the end of a host's lease.
    /// </summary>
    public static readonly StateSchema Schema = new()
    {
        Feature = "subscriptions",
        Steps =
        [
            """
                CREATE TABLE subscription (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, conversation TEXT NOT NULL, created_by TEXT NOT NULL,
                  minute INTEGER NOT NULL, zone TEXT NOT NULL, days INTEGER NOT NULL, topic TEXT,
                  due_day INTEGER NOT NULL, due_at INTEGER NOT NULL, wake_at INTEGER NOT NULL, claim INTEGER NOT NULL DEFAULT 0,
                  tries INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0, tried_at INTEGER, reposts INTEGER NOT NULL DEFAULT 0, receipt TEXT);
                CREATE INDEX subscription_wake ON subscription (wake_at);
                CREATE INDEX subscription_conversation ON subscription (channel, conversation);
                -- accepted: the channel's id of a post that it delivers on its own, until its end is known.
                CREATE TABLE delivery (
                  subscription INTEGER NOT NULL, day INTEGER NOT NULL, outcome INTEGER NOT NULL, reposted INTEGER NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL,
                  accepted TEXT, PRIMARY KEY (subscription, day)) WITHOUT ROWID;
                CREATE INDEX delivery_accepted ON delivery (subscription) WHERE accepted IS NOT NULL;
                """,
            """
                -- cursor: where the next window begins, as JSON; NULL until the host has seen the subscription. attempt: what the last try contained.
                ALTER TABLE subscription ADD COLUMN cursor TEXT;
                ALTER TABLE subscription ADD COLUMN attempt TEXT;
                CREATE INDEX subscription_without_cursor ON subscription (id) WHERE cursor IS NULL;
                -- before: the cursor before this post, to go back to if it fails after all. told: what it contained; NULL where it did not arrive.
                ALTER TABLE delivery ADD COLUMN before TEXT;
                ALTER TABLE delivery ADD COLUMN told TEXT;
                """,
            """
                -- parent, personal: what decides, with the conversation and created_by, whose rights the digests follow.
                ALTER TABLE subscription ADD COLUMN parent TEXT;
                ALTER TABLE subscription ADD COLUMN personal INTEGER NOT NULL DEFAULT 0;
                """,
            """
                -- kind: what it posts. topic: the words of an alert, as typed. due_day: counts the posts of an alert.
                ALTER TABLE subscription ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
                -- stories: of the digest that was shown last in a conversation, as JSON, to follow one by its number.
                CREATE TABLE shown_digest (channel TEXT NOT NULL, conversation TEXT NOT NULL, stories TEXT NOT NULL, PRIMARY KEY (channel, conversation)) WITHOUT ROWID;
                """,
        ],
        Predecessor = new StatePredecessor("subscriptions.db", [("subscription", "subscription"), ("delivery", "delivery")]),
    };

    internal const string Columns =
        "id, channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, claim, tries, uncertain, tried_at, reposts, receipt, cursor, attempt, parent, personal, kind";

    private const string Waits = "EXISTS (SELECT 1 FROM delivery WHERE delivery.subscription = subscription.id AND accepted IS NOT NULL)";

    public long Insert(Subscription subscription, DueTime next)
    {
        db.Run(
            """
            INSERT INTO subscription (channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, wake_at, parent, personal, kind)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)
            """,
            subscription.Channel,
            subscription.Conversation,
            subscription.CreatedBy,
            MinuteOf(subscription.Schedule),
            subscription.Schedule.Zone,
            (long)subscription.Schedule.Days,
            subscription.Schedule.Topic,
            (long)next.Day.DayNumber,
            next.At,
            subscription.Parent,
            subscription.IsPersonal ? 1L : 0L,
            (long)subscription.Kind
        );
        return (long)db.Value("SELECT last_insert_rowid()")!;
    }

    public IReadOnlyList<(Subscription Subscription, DueTime Next)> List(string channel, string conversation) =>
        db.Rows(
            $"SELECT {Columns} FROM subscription WHERE kind = 0 AND channel = $1 AND conversation = $2 ORDER BY id",
            row => (SubscriptionOf(row), DueOf(row)),
            channel,
            conversation
        );

    /// <summary>Returns the conversations of a channel that have subscriptions of any kind.</summary>
    public IReadOnlyList<string> Conversations(string channel) =>
        db.Rows("SELECT DISTINCT conversation FROM subscription WHERE channel = $1", row => row.GetString(0), channel);

    public DateOnly? LastDay(long subscription) =>
        db.Rows(
            "SELECT day FROM delivery WHERE subscription = $1 ORDER BY day DESC LIMIT 1",
            row => DateOnly.FromDayNumber(row.GetInt32(0)),
            subscription
        )
            is [var day]
            ? day
            : null;

    public int Change(long subscription, DigestSchedule schedule, DueTime next) =>
        db.Run(
            """
            UPDATE subscription SET minute = $2, zone = $3, days = $4, topic = $5, due_day = $6, due_at = $7, wake_at = $7,
              claim = claim + 1, tries = 0, uncertain = 0, tried_at = NULL, reposts = 0, receipt = NULL, attempt = NULL WHERE id = $1
            """,
            subscription,
            MinuteOf(schedule),
            schedule.Zone,
            (long)schedule.Days,
            schedule.Topic,
            (long)next.Day.DayNumber,
            next.At
        );

    public int Remove(long subscription)
    {
        db.Run("DELETE FROM delivery WHERE subscription = $1", subscription);
        return db.Run("DELETE FROM subscription WHERE id = $1", subscription);
    }

    public IReadOnlyList<DeliveryNote> History(long subscription, int most) =>
        db.Rows(
            "SELECT day, outcome, reposted, at, reason FROM delivery WHERE subscription = $1 ORDER BY day DESC LIMIT $2",
            row => new DeliveryNote(
                subscription,
                DateOnly.FromDayNumber(row.GetInt32(0)),
                (DeliveryOutcome)row.GetInt32(1),
                row.GetBoolean(2),
                row.Time(3),
                row.GetString(4)
            ),
            subscription,
            (long)most
        );

    /// <summary>Returns the subscriptions without a cursor, with their next due times.</summary>
    public IReadOnlyList<(Subscription Subscription, DueTime Next)> WithoutCursor() =>
        db.Rows($"SELECT {Columns} FROM subscription WHERE cursor IS NULL", row => (SubscriptionOf(row), DueOf(row)));

    public int SetCursor(long subscription, DigestCursor cursor) =>
        db.Run("UPDATE subscription SET cursor = $2 WHERE id = $1", subscription, cursor.Write());

    /// <summary>
    /// Returns what the subscription's posts have told since a time, and said to be withdrawn. A post that may not have arrived has told
    /// what it contained, and has said nothing.
    /// </summary>
    public (IReadOnlyList<string> Told, IReadOnlyList<string> Withdrawn) Told(long subscription, DateTimeOffset since)
    {
        var posts = db.Rows(
            "SELECT told, outcome FROM delivery WHERE subscription = $1 AND at >= $2 AND told IS NOT NULL",
            row => (Attempt: DigestAttempt.Read(row.GetString(0)), Outcome: (DeliveryOutcome)row.GetInt32(1)),
            subscription,
            since
        );
        return (
            [.. posts.SelectMany(post => post.Attempt?.Told ?? [])],
            [.. posts.Where(post => post.Outcome != DeliveryOutcome.Unknown).SelectMany(post => post.Attempt?.Withdrawn ?? [])]
        );
    }

    public int ForgetTold(long subscription, DateTimeOffset before) =>
        db.Run("UPDATE delivery SET told = NULL WHERE subscription = $1 AND at < $2 AND told IS NOT NULL", subscription, before);

    /// <summary>Returns a delivery that was begun and has not ended; null when there is none.</summary>
    public (DateOnly Day, DigestAttempt? Attempt)? Begun(long subscription) =>
        db.Rows(
            "SELECT due_day, attempt FROM subscription WHERE id = $1 AND uncertain = 1",
            row => (DateOnly.FromDayNumber(row.GetInt32(0)), DigestAttempt.Read(row.TextOrNull(1))),
            subscription
        )
            is [var begun]
            ? begun
            : null;

    public int Record(DeliveryNote note, DigestAttempt? told, DigestCursor? before = null, string? accepted = null) =>
        db.Run(
            """
            INSERT INTO delivery (subscription, day, outcome, reposted, at, reason, accepted, before, told)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            note.Subscription,
            (long)note.Day.DayNumber,
            (long)note.Outcome!.Value,
            note.IsRepost,
            note.At,
            note.Reason,
            accepted,
            before?.Write(),
            told?.Write()
        );

    public IReadOnlyList<AcceptedPost> Accepted(SubscriptionKind kind) =>
        db.Rows(
            """
            SELECT channel, conversation, accepted, subscription, day, outcome, reposted, at, reason
            FROM delivery INDEXED BY delivery_accepted JOIN subscription ON id = subscription
            WHERE accepted IS NOT NULL AND kind = $1
            """,
            row => new AcceptedPost(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                new DeliveryNote(
                    row.GetInt64(3),
                    DateOnly.FromDayNumber(row.GetInt32(4)),
                    (DeliveryOutcome)row.GetInt32(5),
                    row.GetBoolean(6),
                    row.Time(7),
                    row.GetString(8)
                )
            ),
            (long)kind
        );

    public bool Close(AcceptedPost post, DeliveryNote note)
    {
        // It did not arrive, as far as is known: the next post covers what it covered.
        if (note.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Unknown)
            db.Run(
                """
                UPDATE subscription SET cursor = coalesce((SELECT before FROM delivery WHERE subscription = $1 AND day = $2 AND accepted = $3), cursor)
                WHERE id = $1
                """,
                note.Subscription,
                (long)note.Day.DayNumber,
                post.Receipt
            );
        return db.Run(
                """
                UPDATE delivery SET outcome = $4, reposted = $5, at = $6, reason = $7, accepted = NULL, told = CASE WHEN $8 THEN NULL ELSE told END
                WHERE subscription = $1 AND day = $2 AND accepted = $3
                """,
                note.Subscription,
                (long)note.Day.DayNumber,
                post.Receipt,
                (long)note.Outcome!.Value,
                note.IsRepost,
                note.At,
                note.Reason,
                note.Outcome == DeliveryOutcome.Failed
            ) == 1;
    }

    public int Show(string channel, string conversation, IReadOnlyList<ShownStory> stories) =>
        db.Run(
            "INSERT OR REPLACE INTO shown_digest (channel, conversation, stories) VALUES ($1, $2, $3)",
            channel,
            conversation,
            JsonSerializer.Serialize(stories, SubscriptionJson.Default.IReadOnlyListShownStory)
        );

    public IReadOnlyList<ShownStory> Shown(string channel, string conversation) =>
        SubscriptionJson.Read(
            db.Value("SELECT stories FROM shown_digest WHERE channel = $1 AND conversation = $2", channel, conversation) as string,
            SubscriptionJson.Default.IReadOnlyListShownStory
        ) ?? [];

    public int ForgetWhenTried() => db.Run("UPDATE subscription SET tried_at = 0 WHERE uncertain = 1");

    public DateTimeOffset? NextWake(SubscriptionKind kind) =>
        db.Rows("SELECT wake_at FROM subscription WHERE kind = $1 ORDER BY wake_at LIMIT 1", row => row.Time(0), (long)kind) is [var at]
            ? at
            : null;

    public IReadOnlyList<DueDelivery> Claim(SubscriptionKind kind, DateTimeOffset now, DateTimeOffset until, int most)
    {
        var due = db.Rows(
            $"SELECT {Columns}, {Waits} FROM subscription WHERE wake_at <= $1 AND cursor IS NOT NULL AND kind = $3 ORDER BY wake_at LIMIT $2",
            DeliveryOf,
            now,
            (long)most,
            (long)kind
        );
        foreach (var delivery in due)
            db.Run("UPDATE subscription SET claim = $2, wake_at = $3 WHERE id = $1", delivery.Subscription.Id, delivery.Claim, until);
        return due;
    }

    public bool BeginTry(DueDelivery delivery, DigestAttempt attempt, bool isRepost, DateTimeOffset now, DateTimeOffset until) =>
        db.Run(
            """
            UPDATE subscription SET tries = tries + 1, uncertain = 1, tried_at = CASE WHEN uncertain = 1 THEN tried_at ELSE $3 END, wake_at = $4,
              reposts = reposts + $5, attempt = $6 WHERE id = $1 AND claim = $2
            """,
            delivery.Subscription.Id,
            delivery.Claim,
            now,
            until,
            isRepost,
            attempt.Write()
        ) == 1;

    public bool Retry(DueDelivery delivery, bool isUncertain, bool takesRepostBack, string? receipt, DateTimeOffset at) =>
        db.Run(
            "UPDATE subscription SET uncertain = $3, reposts = reposts - $4, receipt = coalesce($5, receipt), wake_at = $6 WHERE id = $1 AND claim = $2",
            delivery.Subscription.Id,
            delivery.Claim,
            isUncertain,
            takesRepostBack,
            receipt,
            at
        ) == 1;

    public bool Settle(DueDelivery delivery, DeliveryNote note, DigestAttempt? attempt, DueTime next, string? accepted)
    {
        var isPosted = note.Outcome is DeliveryOutcome.Posted or DeliveryOutcome.PostedLate;
        var isOurs =
            db.Run(
                """
                UPDATE subscription SET due_day = $3, due_at = $4, wake_at = $4, tries = 0, uncertain = 0, tried_at = NULL, reposts = 0, receipt = NULL,
                  attempt = NULL, cursor = coalesce($5, cursor)
                WHERE id = $1 AND claim = $2
                """,
                delivery.Subscription.Id,
                delivery.Claim,
                (long)next.Day.DayNumber,
                next.At,
                isPosted ? attempt?.UpTo?.Write() : null
            ) == 1;
        if (isOurs)
            Record(note, isPosted || note.Outcome == DeliveryOutcome.Unknown ? attempt : null, delivery.Cursor, accepted);
        return isOurs;
    }

    private static DueDelivery DeliveryOf(SqliteDataReader row) =>
        new()
        {
            Subscription = SubscriptionOf(row),
            Due = DueOf(row),
            Claim = row.GetInt64(10) + 1,
            Tries = row.GetInt32(11),
            IsUncertain = row.GetBoolean(12),
            TriedAt = row.TimeOrNull(13),
            Reposts = row.GetInt32(14),
            Receipt = row.TextOrNull(15),
            Cursor = DigestCursor.Read(row.TextOrNull(16)),
            Attempt = DigestAttempt.Read(row.TextOrNull(17)),
            Waits = row.GetBoolean(21),
        };

    internal static Subscription SubscriptionOf(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            Channel = row.GetString(1),
            Conversation = row.GetString(2),
            CreatedBy = row.GetString(3),
            Parent = row.TextOrNull(18),
            IsPersonal = row.GetBoolean(19),
            Kind = (SubscriptionKind)row.GetInt32(20),
            Schedule = new DigestSchedule(
                new TimeOnly(row.GetInt32(4) / 60, row.GetInt32(4) % 60),
                row.GetString(5),
                (DigestDays)row.GetInt32(6),
                row.TextOrNull(7)
            ),
        };

    private static DueTime DueOf(SqliteDataReader row) => new(DateOnly.FromDayNumber(row.GetInt32(8)), row.Time(9));

    private static long MinuteOf(DigestSchedule schedule) => (schedule.Time.Hour * 60) + schedule.Time.Minute;
}
