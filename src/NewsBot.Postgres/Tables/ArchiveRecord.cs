using NewsBot.Archive.Writing;
using NewsBot.Postgres.Connecting;
using Npgsql;

namespace NewsBot.Postgres.Tables;

/// <summary>Reads and writes the archive's record of itself, and the names of its histories.</summary>
internal static class ArchiveRecord
{
    private const int KeptNames = 1000;

    private const string Columns = "last_change, last_id, count, next_turn";

    // A server that was restored or restarted has another start, and a table that was restored has another number: in both cases what
    // follows may differ from what followed before.
    private const string Incarnation =
        "extract(epoch FROM pg_postmaster_start_time())::text || ' ' || 'newsbot.article'::regclass::oid::text";

    /// <summary>Returns the state.</summary>
    public static async Task<ArchiveState> LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync($"SELECT {Columns} FROM newsbot.archive", Read, [], cancellationToken).ConfigureAwait(false)).Single();

    /// <summary>Returns the state, and keeps every other writer out until the transaction ends.</summary>
    public static ArchiveState Lock(NpgsqlConnection connection, TimeSpan longest)
    {
        using var command = new NpgsqlCommand(
            $"SET LOCAL lock_timeout = {(long)longest.TotalMilliseconds}; SELECT {Columns} FROM newsbot.archive FOR UPDATE",
            connection
        );
        command.CommandTimeout = (int)Math.Ceiling(longest.TotalSeconds) + 5;
        using var reader = command.ExecuteReader();
        reader.Read();
        return Read(reader);
    }

    /// <summary>Writes the state, names what follows where the history may have forked, and tells listeners of the change.</summary>
    public static void Save(NpgsqlConnection connection, ArchiveState before, ArchiveState after, string channel)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(
            "UPDATE newsbot.archive SET last_change = $1, last_id = $2, count = $3, next_turn = $4",
            after.LastChange,
            after.LastId,
            after.Count,
            after.NextTurn
        );
        if (after.LastChange > before.LastChange)
        {
            Add(
                $"""
                WITH forked AS (UPDATE newsbot.archive SET incarnation = {Incarnation} WHERE incarnation <> {Incarnation} RETURNING 1)
                INSERT INTO newsbot.history (start, name) SELECT $1, upper(replace(gen_random_uuid()::text, '-', '')) FROM forked
                """,
                before.LastChange + 1
            );
            Add(
                $"DELETE FROM newsbot.history WHERE start <= (SELECT start FROM newsbot.history ORDER BY start DESC OFFSET {KeptNames} LIMIT 1)"
            );
            Add("SELECT pg_notify($1, $2)", channel, after.LastChange.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        batch.ExecuteNonQuery();

        void Add(string sql, params object[] parameters)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            batch.BatchCommands.Add(command);
        }
    }

    /// <summary>Returns the name of all that led to a change; null when it was deleted.</summary>
    public static async Task<string?> HistoryAsync(NpgsqlConnection connection, long change, CancellationToken cancellationToken) =>
        (
            await connection
                .QueryAsync(
                    "SELECT name FROM newsbot.history WHERE start <= $1 ORDER BY start DESC LIMIT 1",
                    reader => reader.GetString(0),
                    [change],
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).SingleOrDefault();

    private static ArchiveState Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3));
}
