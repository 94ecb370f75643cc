using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>The statements of <see cref="SubscriptionStore"/>. One connection; not thread-safe.</summary>
internal sealed class SubscriptionTables : IDisposable
{
    // wake_at is the one column that says when a row wants attention: its due time, the next try, or the end of a host's lease.
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS subscription (
          id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, conversation TEXT NOT NULL, created_by TEXT NOT NULL,
          minute INTEGER NOT NULL, zone TEXT NOT NULL, days INTEGER NOT NULL, topic TEXT,
          due_day INTEGER NOT NULL, due_at INTEGER NOT NULL, wake_at INTEGER NOT NULL, claim INTEGER NOT NULL DEFAULT 0,
          tries INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0, tried_at INTEGER, reposts INTEGER NOT NULL DEFAULT 0, receipt TEXT);
        CREATE INDEX IF NOT EXISTS subscription_wake ON subscription (wake_at);
        CREATE INDEX IF NOT EXISTS subscription_conversation ON subscription (channel, conversation);
        CREATE TABLE IF NOT EXISTS delivery (
          subscription INTEGER NOT NULL, day INTEGER NOT NULL, outcome INTEGER NOT NULL, reposted INTEGER NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL,
          PRIMARY KEY (subscription, day)) WITHOUT ROWID;
        """;

    // Each is run once, in order; a step once released is never changed.
    private static readonly string[] Steps =
    [
        // accepted: the channel's id of a post that it delivers on its own, until its end is known.
        """
        ALTER TABLE delivery ADD COLUMN accepted TEXT;
        CREATE INDEX delivery_accepted ON delivery (subscription) WHERE accepted IS NOT NULL;
        """,
    ];

    private const string Columns = "id, channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, claim, tries, uncertain, tried_at, reposts, receipt";

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    static SubscriptionTables() => SQLitePCL.Batteries_V2.Init();

    private SubscriptionTables(SqliteConnection connection) => this.connection = connection;

    public static SubscriptionTables Open(string path, bool isDurable)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = 10000; {(isDurable ? "" : "PRAGMA locking_mode = EXCLUSIVE;")} PRAGMA journal_mode = WAL; PRAGMA synchronous = {(isDurable ? "FULL" : "OFF")}";
            command.ExecuteNonQuery();
            var tables = new SubscriptionTables(connection);
            tables.Prepare();
            return tables;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        using var transaction = Begin();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
        for (var version = Read("PRAGMA user_version", row => row.GetInt32(0))[0]; version < Steps.Length; version++)
        {
#pragma warning disable CA2100 // The texts are constants of this file.
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{Steps[version]} PRAGMA user_version = {version + 1}");
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>A transaction that writes from its beginning on, so that two hosts never read the same rows to claim them.</summary>
    public Writing Begin()
    {
        Run("BEGIN IMMEDIATE");
        return new Writing(this);
    }

    public long Insert(Subscription subscription, DueTime next)
    {
        Run(
            """
            INSERT INTO subscription (channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, wake_at)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $8)
            """,
            subscription.Channel, subscription.Conversation, subscription.CreatedBy, MinuteOf(subscription.Schedule), subscription.Schedule.Zone,
            (long)subscription.Schedule.Days, subscription.Schedule.Topic, (long)next.Day.DayNumber, next.At.ToUnixTimeMilliseconds());
        return Read("SELECT last_insert_rowid()", row => row.GetInt64(0))[0];
    }

    public IReadOnlyList<(Subscription Subscription, DueTime Next)> List(string channel, string conversation) =>
        Read($"SELECT {Columns} FROM subscription WHERE channel = $0 AND conversation = $1 ORDER BY id", row => (SubscriptionOf(row), DueOf(row)), channel, conversation);

    public DateOnly? LastDay(long subscription) =>
        Read("SELECT day FROM delivery WHERE subscription = $0 ORDER BY day DESC LIMIT 1", row => DateOnly.FromDayNumber(row.GetInt32(0)), subscription) is [var day] ? day : null;

    public void Change(long subscription, DigestSchedule schedule, DueTime next) => Run(
        """
        UPDATE subscription SET minute = $1, zone = $2, days = $3, topic = $4, due_day = $5, due_at = $6, wake_at = $6,
          claim = claim + 1, tries = 0, uncertain = 0, tried_at = NULL, reposts = 0, receipt = NULL WHERE id = $0
        """,
        subscription, MinuteOf(schedule), schedule.Zone, (long)schedule.Days, schedule.Topic, (long)next.Day.DayNumber, next.At.ToUnixTimeMilliseconds());

    public void Remove(long subscription)
    {
        using var transaction = Begin();
        Run("DELETE FROM delivery WHERE subscription = $0", subscription);
        Run("DELETE FROM subscription WHERE id = $0", subscription);
        transaction.Commit();
    }

    public IReadOnlyList<DeliveryNote> History(long subscription, int most) => Read(
        "SELECT day, outcome, reposted, at, reason FROM delivery WHERE subscription = $0 ORDER BY day DESC LIMIT $1",
        row => new DeliveryNote(subscription, DateOnly.FromDayNumber(row.GetInt32(0)), (DeliveryOutcome)row.GetInt32(1), row.GetBoolean(2), TimeOf(row.GetInt64(3)), row.GetString(4)),
        subscription, (long)most);

    /// <summary>The day of a delivery that was begun and has not ended; null when there is none.</summary>
    public DateOnly? BegunDay(long subscription) =>
        Read("SELECT due_day FROM subscription WHERE id = $0 AND uncertain = 1", row => DateOnly.FromDayNumber(row.GetInt32(0)), subscription) is [var day] ? day : null;

    public void Record(DeliveryNote note, string? accepted) => Run(
        "INSERT INTO delivery (subscription, day, outcome, reposted, at, reason, accepted) VALUES ($0, $1, $2, $3, $4, $5, $6)",
        note.Subscription, (long)note.Day.DayNumber, (long)note.Outcome!.Value, note.IsRepost ? 1L : 0L, note.At.ToUnixTimeMilliseconds(), note.Reason, accepted);

    public IReadOnlyList<AcceptedPost> Accepted() => Read(
        """
        SELECT channel, conversation, accepted, subscription, day, outcome, reposted, at, reason
        FROM delivery INDEXED BY delivery_accepted JOIN subscription ON id = subscription WHERE accepted IS NOT NULL
        """,
        row => new AcceptedPost(
            row.GetString(0), row.GetString(1), row.GetString(2),
            new DeliveryNote(row.GetInt64(3), DateOnly.FromDayNumber(row.GetInt32(4)), (DeliveryOutcome)row.GetInt32(5), row.GetBoolean(6), TimeOf(row.GetInt64(7)), row.GetString(8))));

    public bool Close(AcceptedPost post, DeliveryNote note) => Run(
        "UPDATE delivery SET outcome = $3, reposted = $4, at = $5, reason = $6, accepted = NULL WHERE subscription = $0 AND day = $1 AND accepted = $2",
        note.Subscription, (long)note.Day.DayNumber, post.Receipt, (long)note.Outcome!.Value, note.IsRepost ? 1L : 0L, note.At.ToUnixTimeMilliseconds(), note.Reason) == 1;

    public void ForgetWhenTried() => Run("UPDATE subscription SET tried_at = 0 WHERE uncertain = 1");

    public DateTimeOffset? NextWake() => Read("SELECT wake_at FROM subscription ORDER BY wake_at LIMIT 1", row => TimeOf(row.GetInt64(0))) is [var at] ? at : null;

    public IReadOnlyList<DueDelivery> Claim(DateTimeOffset now, DateTimeOffset until, int most)
    {
        var due = Read($"SELECT {Columns} FROM subscription WHERE wake_at <= $0 ORDER BY wake_at LIMIT $1", DeliveryOf, now.ToUnixTimeMilliseconds(), (long)most);
        foreach (var delivery in due)
            Run("UPDATE subscription SET claim = $1, wake_at = $2 WHERE id = $0", delivery.Subscription.Id, delivery.Claim, until.ToUnixTimeMilliseconds());
        return due;
    }

    public bool BeginTry(DueDelivery delivery, bool isRepost, DateTimeOffset now, DateTimeOffset until) => Run(
        "UPDATE subscription SET tries = tries + 1, uncertain = 1, tried_at = CASE WHEN uncertain = 1 THEN tried_at ELSE $2 END, wake_at = $3, reposts = reposts + $4 WHERE id = $0 AND claim = $1",
        delivery.Subscription.Id, delivery.Claim, now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), isRepost ? 1L : 0L) == 1;

    public bool Retry(DueDelivery delivery, bool isUncertain, bool takesRepostBack, string? receipt, DateTimeOffset at) => Run(
        "UPDATE subscription SET uncertain = $2, reposts = reposts - $3, receipt = coalesce($4, receipt), wake_at = $5 WHERE id = $0 AND claim = $1",
        delivery.Subscription.Id, delivery.Claim, isUncertain ? 1L : 0L, takesRepostBack ? 1L : 0L, receipt, at.ToUnixTimeMilliseconds()) == 1;

    public bool Settle(DueDelivery delivery, DeliveryNote note, DueTime next, string? accepted)
    {
        var isOurs = Run(
            """
            UPDATE subscription SET due_day = $2, due_at = $3, wake_at = $3, tries = 0, uncertain = 0, tried_at = NULL, reposts = 0, receipt = NULL
            WHERE id = $0 AND claim = $1
            """,
            delivery.Subscription.Id, delivery.Claim, (long)next.Day.DayNumber, next.At.ToUnixTimeMilliseconds()) == 1;
        if (isOurs) Record(note, accepted);
        return isOurs;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        connection.Dispose();
    }

    private static DueDelivery DeliveryOf(SqliteDataReader row) => new()
    {
        Subscription = SubscriptionOf(row),
        Due = DueOf(row),
        Claim = row.GetInt64(10) + 1,
        Tries = row.GetInt32(11),
        IsUncertain = row.GetBoolean(12),
        TriedAt = row.IsDBNull(13) ? null : TimeOf(row.GetInt64(13)),
        Reposts = row.GetInt32(14),
        Receipt = row.IsDBNull(15) ? null : row.GetString(15),
    };

    private static Subscription SubscriptionOf(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Channel = row.GetString(1),
        Conversation = row.GetString(2),
        CreatedBy = row.GetString(3),
        Schedule = new DigestSchedule(new TimeOnly(row.GetInt32(4) / 60, row.GetInt32(4) % 60), row.GetString(5), (DigestDays)row.GetInt32(6), row.IsDBNull(7) ? null : row.GetString(7)),
    };

    private static DueTime DueOf(SqliteDataReader row) => new(DateOnly.FromDayNumber(row.GetInt32(8)), TimeOf(row.GetInt64(9)));

    private static DateTimeOffset TimeOf(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static long MinuteOf(DigestSchedule schedule) => (schedule.Time.Hour * 60) + schedule.Time.Minute;

    private int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>A transaction: committed, or rolled back at its end.</summary>
    internal sealed class Writing(SubscriptionTables tables) : IDisposable
    {
        private bool isOver;

        public void Commit()
        {
            tables.Run("COMMIT");
            isOver = true;
        }

        public void Dispose()
        {
            if (!isOver) tables.Run("ROLLBACK");
        }
    }
}
