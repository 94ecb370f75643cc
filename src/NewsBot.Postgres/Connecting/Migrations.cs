using System.Globalization;
using System.Reflection;
using Npgsql;

namespace NewsBot.Postgres.Connecting;

/// <summary>Creates the tables of an archive, and brings those of an earlier version up to date.</summary>
/// <remarks>
/// Migrations go forward only. Each is a file of SQL that runs once, in its own transaction with its entry in
/// <c>newsbot.migration</c>, under an advisory lock: hosts that start together wait for the first.
/// </remarks>
internal static class Migrations
{
    /// <summary>Specifies the oldest supported version of PostgreSQL.</summary>
    public const int OldestServer = 15;

    /// <summary>Specifies the advisory lock of whoever changes the schema: "NewsBot" in ASCII.</summary>
    public const long LockKey = 0x4E657773426F74;

    /// <summary>Gets the number of the newest migration.</summary>
    public static int Newest { get; } = Scripts().Count;

    /// <summary>Checks the server, and runs the migrations that are missing.</summary>
    /// <exception cref="Archive.Store.StoreException">The server is too old, has another encoding, or a newer version wrote to it.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw PostgresFailures.TooOld(name, connection.PostgreSqlVersion.ToString(), OldestServer);
        if (
            await AskAsync<string>(connection, "SHOW server_encoding", cancellationToken).ConfigureAwait(false)
            is var encoding
                and not "UTF8"
        )
            throw PostgresFailures.NotUnicode(name, encoding ?? "");
        var applied = await AppliedAsync(connection, cancellationToken).ConfigureAwait(false);
        if (applied < Newest)
        {
            await connection.RunAsync($"SELECT pg_advisory_lock({LockKey})", cancellationToken).ConfigureAwait(false);
            try
            {
                applied = await AppliedAsync(connection, cancellationToken).ConfigureAwait(false);
                foreach (var (number, script) in Scripts().Where(script => script.Key > applied))
                    await ApplyAsync(connection, number, script, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await connection.RunAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None).ConfigureAwait(false);
            }
        }

        if (applied > Newest)
            throw PostgresFailures.Newer(name, $"schema {applied}", Newest);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, int number, string script, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            // A role that only owns the schema may not create one.
            if (!await AskAsync<bool>(connection, "SELECT to_regnamespace('newsbot') IS NOT NULL", cancellationToken).ConfigureAwait(false))
                await connection.RunAsync("CREATE SCHEMA newsbot", cancellationToken).ConfigureAwait(false);
            await connection.RunAsync(script, cancellationToken).ConfigureAwait(false);
            await connection.RunAsync($"INSERT INTO newsbot.migration (number) VALUES ({number})", cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await AskAsync<bool>(connection, "SELECT to_regclass('newsbot.migration') IS NOT NULL", cancellationToken).ConfigureAwait(false)
            ? await AskAsync<int>(connection, "SELECT coalesce(max(number), 0) FROM newsbot.migration", cancellationToken)
                .ConfigureAwait(false)
            : 0;

    private static async Task<T?> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
            return (T?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    // Named 0001-….sql, 0002-….sql, without gaps.
    private static SortedDictionary<int, string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new SortedDictionary<int, string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            scripts.Add(int.Parse(resource[..4], CultureInfo.InvariantCulture), reader.ReadToEnd());
        }

        return scripts;
    }
}
