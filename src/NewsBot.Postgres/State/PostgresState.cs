using System.Globalization;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.State;
using NewsBot.Postgres.Connecting;

namespace NewsBot.Postgres.State;

/// <summary>
/// Keeps the state in a PostgreSQL database, in its schema <c>newsbot</c>, beside the articles. Any number of hosts may have it open.
/// Thread-safe.
/// </summary>
/// <remarks>
/// As in SQLite, one transaction writes at a time, over all hosts: an advisory lock orders them. A host that dies with the lock loses it as
/// soon as the server notices.
/// </remarks>
public sealed class PostgresState : StateStorage
{
    private readonly Server server;

    /// <summary>Names the database; connects to nothing.</summary>
    /// <param name="connectionString">Names the server, the database and the user; see <see cref="ConnectionText.ProblemOf"/>.</param>
    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    public PostgresState(string connectionString) => server = Server.Of(connectionString);

    /// <inheritdoc />
    protected internal override bool CanReconnect => true;

    /// <inheritdoc />
    protected internal override bool IsShared => true;

    /// <inheritdoc />
    protected internal override StateConnection Connect() => new PostgresStateConnection(server.Open());

    /// <inheritdoc />
    protected internal override IReadOnlyList<string> Migrate(StateConnection connection, IEnumerable<StateSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ((PostgresStateConnection)connection).InTransaction(
            Migrations.LockKey,
            () =>
            {
                // A role that only owns the schema may not create one.
                if (connection.Value("SELECT 1 WHERE to_regnamespace('newsbot') IS NULL") is not null)
                    connection.Run("CREATE SCHEMA newsbot");
                connection.Run("CREATE TABLE IF NOT EXISTS newsbot.state_feature (feature TEXT PRIMARY KEY, version BIGINT NOT NULL)");
                foreach (var schema in schemas.DistinctBy(schema => schema.Feature))
                    Update(connection, schema);
            }
        );
        return [];
    }

    /// <inheritdoc />
    protected internal override Exception Explain(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return PostgresFailures.IsOfServer(failure) ? PostgresFailures.Explain(failure, server.Name) : failure;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        server.Dispose();
    }

    private void Update(StateConnection connection, StateSchema schema)
    {
        var steps = schema.PostgresSteps;
        var version = Convert.ToInt32(
            connection.Value("SELECT version FROM newsbot.state_feature WHERE feature = $1", schema.Feature) ?? 0,
            CultureInfo.InvariantCulture
        );
        if (version > steps.Count)
            throw PostgresFailures.Newer(server.Name, $"format {version} of {schema.Feature}", steps.Count);
        if (version == steps.Count)
            return;
        foreach (var step in steps.Skip(version))
            connection.Run(step);
        connection.Run(
            "INSERT INTO newsbot.state_feature (feature, version) VALUES ($1, $2) ON CONFLICT (feature) DO UPDATE SET version = excluded.version",
            schema.Feature,
            (long)steps.Count
        );
    }
}
