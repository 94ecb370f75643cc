using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsBot.Discord.State;

/// <summary>The adapter's memory in a SQLite file of its own. Several processes may have it open.</summary>
internal sealed class SqliteDiscordState : IDiscordState
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "discord.db";

    private const int SchemaVersion = 1;
    private readonly string connectionString;
    private readonly TimeProvider time;

    /// <param name="folder">Exists.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="SqliteException">The file cannot be opened, or is not a database.</exception>
    /// <exception cref="InvalidDataException">It was written by a later version of NewsBot.</exception>
    public SqliteDiscordState(string folder, TimeProvider time)
    {
        SQLitePCL.Batteries_V2.Init();
        this.time = time;
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), DefaultTimeout = 10 }.ToString();
        CreateSchema();
    }

    /// <inheritdoc />
    public Task KeepReplyAsync(KeptReply reply, CancellationToken cancellationToken) => WriteAsync(
        "INSERT OR REPLACE INTO reply (trace, content, at) VALUES ($0, $1, $2)", cancellationToken, reply.Trace, JsonSerializer.Serialize(reply, StateJson.Default.KeptReply), Now);

    /// <inheritdoc />
    public async Task<KeptReply?> FindReplyAsync(string trace, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync("SELECT content FROM reply WHERE trace = $0", row => row.GetString(0), cancellationToken, trace);
        return rows.Count == 0 ? null : JsonSerializer.Deserialize(rows[0], StateJson.Default.KeptReply);
    }

    /// <inheritdoc />
    public Task SaveFeedbackAsync(Feedback feedback, CancellationToken cancellationToken) => WriteAsync(
        "INSERT OR REPLACE INTO feedback (trace, user, useful, at) VALUES ($0, $1, $2, $3)",
        cancellationToken, feedback.Trace, (long)feedback.User, feedback.IsUseful ? 1L : 0L, feedback.At.ToUnixTimeMilliseconds());

    /// <inheritdoc />
    public async Task<IReadOnlyList<Feedback>> FeedbackAsync(CancellationToken cancellationToken) => await ReadAsync(
        "SELECT trace, user, useful, at FROM feedback ORDER BY at, trace",
        row => new Feedback(row.GetString(0), (ulong)row.GetInt64(1), row.GetInt64(2) != 0, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
        cancellationToken);

    /// <inheritdoc />
    public Task AllowChannelAsync(ulong guild, ulong channel, ulong by, CancellationToken cancellationToken) => WriteAsync(
        "INSERT OR REPLACE INTO channel (channel, guild, allowed_by, at) VALUES ($0, $1, $2, $3)", cancellationToken, (long)channel, (long)guild, (long)by, Now);

    /// <inheritdoc />
    public async Task<bool> ForbidChannelAsync(ulong channel, CancellationToken cancellationToken) =>
        await WriteAsync("DELETE FROM channel WHERE channel = $0", cancellationToken, (long)channel) > 0;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<ulong, ulong>> AllowedChannelsAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync("SELECT channel, guild FROM channel", row => ((ulong)row.GetInt64(0), (ulong)row.GetInt64(1)), cancellationToken);
        return rows.ToDictionary(row => row.Item1, row => row.Item2);
    }

    /// <inheritdoc />
    public async Task<string?> RegisteredCommandsAsync(string scope, CancellationToken cancellationToken) =>
        (await ReadAsync("SELECT fingerprint FROM command_set WHERE scope = $0", row => row.GetString(0), cancellationToken, scope)).FirstOrDefault();

    /// <inheritdoc />
    public Task SetRegisteredCommandsAsync(string scope, string fingerprint, CancellationToken cancellationToken) =>
        WriteAsync("INSERT OR REPLACE INTO command_set (scope, fingerprint) VALUES ($0, $1)", cancellationToken, scope, fingerprint);

    /// <inheritdoc />
    public Task LinkConversationAsync(ulong message, string conversation, CancellationToken cancellationToken) =>
        WriteAsync("INSERT OR REPLACE INTO conversation (message, conversation, at) VALUES ($0, $1, $2)", cancellationToken, (long)message, conversation, Now);

    /// <inheritdoc />
    public async Task<string?> FindConversationAsync(ulong message, CancellationToken cancellationToken) =>
        (await ReadAsync("SELECT conversation FROM conversation WHERE message = $0", row => row.GetString(0), cancellationToken, (long)message)).FirstOrDefault();

    /// <inheritdoc />
    public async Task ForgetAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - age).ToUnixTimeMilliseconds();
        await WriteAsync("DELETE FROM reply WHERE at < $0", cancellationToken, before);
        await WriteAsync("DELETE FROM conversation WHERE at < $0", cancellationToken, before);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void CreateSchema()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        // Write-ahead: readers never wait for a writer, so that an acknowledgement never waits for the disk.
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "BEGIN IMMEDIATE");
        var version = Convert.ToInt32(Execute(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > SchemaVersion)
            throw new InvalidDataException($"{FileName} was written by a later version of NewsBot: update NewsBot, or move the file away.");
        if (version < 1)
        {
            Execute(connection, """
                CREATE TABLE reply (trace TEXT PRIMARY KEY, content TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
                CREATE INDEX reply_at ON reply (at);
                CREATE TABLE feedback (trace TEXT NOT NULL, user INTEGER NOT NULL, useful INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (trace, user)) WITHOUT ROWID;
                CREATE TABLE channel (channel INTEGER PRIMARY KEY, guild INTEGER NOT NULL, allowed_by INTEGER NOT NULL, at INTEGER NOT NULL);
                CREATE TABLE command_set (scope TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
                CREATE TABLE conversation (message INTEGER PRIMARY KEY, conversation TEXT NOT NULL, at INTEGER NOT NULL);
                CREATE INDEX conversation_at ON conversation (at);
                PRAGMA user_version = 1;
                """);
        }

        Execute(connection, "COMMIT");
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private async Task<int> WriteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = NewCommand(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = NewCommand(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        Execute(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static SqliteCommand NewCommand(SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this file; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (index, value) in values.Index()) command.Parameters.AddWithValue($"${index}", value);
        return command;
    }
}
