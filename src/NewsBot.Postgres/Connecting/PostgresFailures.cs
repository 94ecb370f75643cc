using System.Net.Sockets;
using NewsBot.Archive.Store;
using Npgsql;

namespace NewsBot.Postgres.Connecting;

/// <summary>Describes a failure of PostgreSQL in one sentence, with the remedy and without the password.</summary>
internal static class PostgresFailures
{
    /// <summary>Determines whether the failure is one of the server, of the way to it, or of its answer.</summary>
    public static bool IsOfServer(Exception failure) => failure is NpgsqlException or TimeoutException or SocketException or IOException;

    /// <summary>
    /// Determines whether the connection was closed from outside, as by a restart or for being idle: another one may work at once.
    /// </summary>
    public static bool IsDeadConnection(NpgsqlException failure) =>
        failure is PostgresException { SqlState: var state }
            ? state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or "25P03" or "57P05"
            : failure.InnerException is IOException or EndOfStreamException or ObjectDisposedException;

    /// <summary>Returns the failure as one of the store.</summary>
    /// <param name="failure">The library's exception.</param>
    /// <param name="name">What the message calls the database.</param>
    public static StoreException Explain(Exception failure, string name)
    {
        var (kind, message) = failure switch
        {
            PostgresException said => Explain(said, name),
            _ when IsPoolExhausted(failure) => (
                StoreFailure.Busy,
                $"All connections to {name} are in use; try again, or set a higher Maximum Pool Size in Store:ConnectionString."
            ),
            _ => (
                StoreFailure.Unavailable,
                $"The server of {name} does not answer ({Reason(failure)}); start it, or correct Host and Port in Store:ConnectionString."
            ),
        };
        return new StoreException(kind, Capital(message), failure);
    }

    /// <summary>Returns the refusal of a server that is older than the oldest supported one.</summary>
    public static StoreException TooOld(string name, string version, int oldest) =>
        new(StoreFailure.Unavailable, Capital($"{name} is on PostgreSQL {version}, which is too old: use PostgreSQL {oldest} or newer."));

    /// <summary>Returns the refusal of a database in another encoding.</summary>
    public static StoreException NotUnicode(string name, string encoding) =>
        new(
            StoreFailure.NotAnArchive,
            Capital($"{name} has the encoding {encoding}, which cannot keep every article: create it with ENCODING 'UTF8'.")
        );

    /// <summary>Returns the refusal of tables that a newer version wrote.</summary>
    public static StoreException Newer(string name, string found, int newest) =>
        new(
            StoreFailure.Newer,
            Capital($"{name} was written by a newer NewsBot ({found}; this one supports up to {newest}): update NewsBot.")
        );

    private static (StoreFailure Kind, string Message) Explain(PostgresException said, string name) =>
        said.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => (
                StoreFailure.Unavailable,
                $"{name} refuses the password: correct it in Store:ConnectionString."
            ),
            PostgresErrorCodes.InvalidAuthorizationSpecification => (
                StoreFailure.Unavailable,
                $"{name} refuses this user: create the role with LOGIN, or admit it in pg_hba.conf."
            ),
            PostgresErrorCodes.InvalidCatalogName => (
                StoreFailure.Unavailable,
                $"{name} does not exist: create it with createdb, or correct Database in Store:ConnectionString."
            ),
            PostgresErrorCodes.InsufficientPrivilege => (
                StoreFailure.Unavailable,
                $"{name} forbids this user what NewsBot needs ({said.MessageText}): make the user the owner of the database, or of its schema newsbot."
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => (
                StoreFailure.Unavailable,
                $"{name} is read-only: name the primary server instead of a standby, or set default_transaction_read_only to off."
            ),
            PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => (
                StoreFailure.Full,
                $"The server of {name} is out of space ({said.MessageText}): free some there, then try again."
            ),
            PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConfigurationLimitExceeded => (
                StoreFailure.Busy,
                $"The server of {name} has no connection left: raise max_connections, or set a lower Maximum Pool Size in Store:ConnectionString."
            ),
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => (
                StoreFailure.Busy,
                $"Another process has kept {name} for too long; wait for it or stop it, then try again."
            ),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => (
                StoreFailure.Busy,
                $"Another process was using the same articles of {name}; try again."
            ),
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => (
                StoreFailure.Unavailable,
                $"The server of {name} is starting or stopping; try again when it runs."
            ),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => (
                StoreFailure.Damaged,
                $"{name} is damaged ({said.MessageText}): restore a backup."
            ),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName => (
                StoreFailure.NotAnArchive,
                $"{name} has a schema newsbot that is not an archive ({said.MessageText}): name another database, or restore a backup."
            ),
            _ => (
                StoreFailure.Device,
                $"The server of {name} reports an error ({said.SqlState}: {said.MessageText}): see its log, then try again."
            ),
        };

    // The library has no other sign of it.
    private static bool IsPoolExhausted(Exception failure) =>
        failure is NpgsqlException && failure.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);

    private static string Reason(Exception failure)
    {
        var inner = failure;
        while (inner.InnerException is { } deeper)
            inner = deeper;
        return inner.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
    }

    private static string Capital(string message) => char.ToUpperInvariant(message[0]) + message[1..];
}
