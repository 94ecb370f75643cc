using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.Access;

/// <summary>
/// Keeps the keys of programs that call the API, and looks each up in the database when it is used, so that a revoked one is worthless at
/// once. Thread-safe; several processes may have the database open.
/// </summary>
/// <param name="database">A database opened with <see cref="Schema"/>; not disposed of.</param>
/// <param name="time">Decides what has expired.</param>
internal sealed class ApiKeys(StateDatabase database, TimeProvider time)
{
    private const string Columns = "id, name, scopes, desk, created, expires, used";

    /// <summary>Gets the table.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "keys",
            Steps =
            [
                """
                    CREATE TABLE api_key (
                      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash BLOB NOT NULL, scopes INTEGER NOT NULL, desk TEXT,
                      created INTEGER NOT NULL, expires INTEGER, used INTEGER) WITHOUT ROWID;
                    """,
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE api_key (
                      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash BYTEA NOT NULL, scopes BIGINT NOT NULL, desk TEXT,
                      created BIGINT NOT NULL, expires BIGINT, used BIGINT);
                    """,
            ],
        };

    /// <summary>Gets what is kept of a key, as of a person. A deleted key is worthless at once.</summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "keys",
            Schemas = [Schema, AuditTable.Schema],
            Rows = "SELECT name, desk, created, expires, used FROM api_key WHERE id = $1 AND $2 = 'api'",
            Export = row =>
                new()
                {
                    ["name"] = row.GetString(0),
                    ["desk"] = row.TextOrNull(1),
                    ["created"] = PersonalData.Time(row, 2),
                    ["expires"] = PersonalData.Time(row, 3),
                    ["lastUsed"] = DayOrNull(row, 4)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
            Deletion =
            [
                "UPDATE audit SET target = $3 WHERE action LIKE 'key@_%' ESCAPE '@' AND target = (SELECT name FROM api_key WHERE id = $1 AND $2 = 'api')",
                "DELETE FROM api_key WHERE id = $1 AND $2 = 'api'",
            ],
            Names = "SELECT 'api:' || id FROM api_key WHERE name = $1 OR id = $1",
        };

    /// <summary>Opens the database of the settings for one piece of work; creates it when it is missing.</summary>
    /// <exception cref="StoreException">The database cannot be opened; the message says what to do.</exception>
    public static async Task<T> UseAsync<T>(NewsBotSettings settings, Func<ApiKeys, Task<T>> work)
    {
        await using var state = OpenState.Open(settings, [Schema]);
        return await work(new ApiKeys(state, TimeProvider.System));
    }

    /// <summary>Stores a new key; returns false if the name is taken.</summary>
    public async Task<bool> AddAsync(ApiKey key, ApiKeyText text, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            db =>
                db.Run(
                    "INSERT INTO api_key (id, name, hash, scopes, desk, created, expires) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
                    key.Id,
                    key.Name,
                    text.Hash,
                    (long)key.Scopes,
                    key.Desk,
                    key.Created,
                    key.Expires
                ),
            cancellationToken
        ) > 0;

    /// <summary>Returns all keys by name, with those that have expired.</summary>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Rows($"SELECT {Columns} FROM api_key ORDER BY name", Read), cancellationToken);

    /// <summary>Removes a key; returns false if there is none with this name.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellationToken) =>
        await database.WriteAsync(db => db.Run("DELETE FROM api_key WHERE name = $1", name), cancellationToken) > 0;

    /// <summary>Returns the key with this text, and records the day; null if there is none, or if it has expired.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (ApiKeyText.Read(text) is not { } given)
            return null;
        var found = await database.ReadAsync(
            db =>
                db.Rows(
                    $"SELECT {Columns}, hash FROM api_key WHERE id = $1",
                    row => (Key: Read(row), Hash: row.GetFieldValue<byte[]>(7)),
                    given.Id
                ),
            cancellationToken
        );
        var now = time.GetUtcNow();
        if (found is not [var (key, hash)] || !CryptographicOperations.FixedTimeEquals(hash, given.Hash) || key.Expires <= now)
            return null;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (key.Used == today)
            return key;
        try
        {
            await database.WriteAsync(
                db => db.Run("UPDATE api_key SET used = $1 WHERE id = $2", (long)today.DayNumber, key.Id),
                cancellationToken
            );
        }
        catch (StoreException)
        {
            // A full disk does not keep readers out.
        }

        return key;
    }

    private static ApiKey Read(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            (AccessScope)row.GetInt32(2),
            row.TextOrNull(3),
            row.Time(4),
            row.TimeOrNull(5),
            DayOrNull(row, 6)
        );

    private static DateOnly? DayOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));
}
