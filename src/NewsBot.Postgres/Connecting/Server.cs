using NewsBot.Archive.Store;
using Npgsql;

namespace NewsBot.Postgres.Connecting;

/// <summary>Represents a database on a PostgreSQL server, with its pool of connections. Thread-safe.</summary>
internal sealed class Server : IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlMultiHostDataSource? several;

    private Server(NpgsqlConnectionStringBuilder settings)
    {
        Name = ConnectionText.Describe(settings);
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // Of several servers, only the primary is written to.
        several = settings.Host!.Contains(',', StringComparison.Ordinal) ? builder.BuildMultiHost() : null;
        source = several?.WithTargetSession(TargetSessionAttributes.Primary) ?? builder.Build();
    }

    /// <summary>Gets what messages call it: the database, the server and the user, and never the password.</summary>
    public string Name { get; }

    /// <summary>Returns the server of a connection string; connects to nothing.</summary>
    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    public static Server Of(string connectionString) => new(ConnectionText.Parse(connectionString));

    /// <summary>Opens a connection.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    /// <summary>Opens a connection, and waits for it on this thread.</summary>
    public NpgsqlConnection Open() => source.OpenConnection();

    /// <summary>Runs a read; once more where a connection that the pool kept had died in the meantime.</summary>
    /// <exception cref="StoreException">The server cannot be reached or refuses; the message has the remedy.</exception>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            try
            {
                var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                    return await read(connection).ConfigureAwait(false);
            }
            catch (NpgsqlException failure) when (!isRepeated && PostgresFailures.IsDeadConnection(failure))
            {
                source.Clear();
            }
            catch (Exception failure) when (PostgresFailures.IsOfServer(failure))
            {
                throw PostgresFailures.Explain(failure, Name);
            }
        }
    }

    /// <summary>Runs a write on this thread; once more where a connection that the pool kept had died before the commit.</summary>
    /// <param name="write">Receives a connection, and a call to make just before the commit: from then on nothing is repeated.</param>
    /// <exception cref="StoreException">The server cannot be reached or refuses; the message has the remedy.</exception>
    public T Write<T>(Func<NpgsqlConnection, Action, T> write)
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            var isCommitting = false;
            try
            {
                using var connection = Open();
                return write(connection, () => isCommitting = true);
            }
            catch (NpgsqlException failure) when (!isRepeated && !isCommitting && PostgresFailures.IsDeadConnection(failure))
            {
                source.Clear();
            }
            catch (Exception failure) when (PostgresFailures.IsOfServer(failure))
            {
                throw PostgresFailures.Explain(failure, Name);
            }
        }
    }

    /// <summary>Closes the connections, and waits for that on this thread.</summary>
    public void Dispose()
    {
        source.Dispose();
        several?.Dispose();
    }

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        if (several is not null)
            await several.DisposeAsync().ConfigureAwait(false);
    }
}
