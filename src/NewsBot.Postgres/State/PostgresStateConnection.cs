using System.Data;
using System.Data.Common;
using System.Text;
using NewsBot.Newsroom.State;
using Npgsql;

namespace NewsBot.Postgres.State;

/// <summary>Runs SQL on the state in PostgreSQL.</summary>
internal sealed class PostgresStateConnection : StateConnection
{
    // "NewsBot" in ASCII, and a number of its own: that of the migrations is another.
    private const long WriteLock = 0x4E657773426F7401;

    // A dead host or a cut link must not keep the lock: the server notices within about 15 s. A living one waits longer for its turn.
    // https://www.postgresql.org/docs/15/runtime-config-client.html
    private const string Session = """
        SET search_path = newsbot; SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '15s';
        SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3; SET tcp_user_timeout = '15s'
        """;

    private readonly NpgsqlConnection connection;

    public PostgresStateConnection(NpgsqlConnection connection)
    {
        this.connection = connection;
        try
        {
            using var session = new NpgsqlCommand(Session, connection);
            session.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    protected internal override bool IsLost => connection.State != ConnectionState.Open;

    /// <summary>Runs work in a transaction under an advisory lock.</summary>
    public void InTransaction(long advisoryLock, Action work)
    {
        Begin(advisoryLock);
        try
        {
            work();
            Run("COMMIT");
        }
        catch
        {
            TryRollback();
            throw;
        }
    }

    /// <inheritdoc />
    // The server has no such thing: what is deleted stays in its files until VACUUM and later writes.
    public override void EraseDeleted() { }

    /// <inheritdoc />
    protected internal override void BeginWrite() => Begin(WriteLock);

    /// <inheritdoc />
    protected internal override bool TryRollback()
    {
        try
        {
            if (IsLost)
                return false;
            // Outside a transaction a warning, and nothing else.
            Run("ROLLBACK");
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    protected override DbCommand Create(string sql, int values)
    {
        var command = new NpgsqlCommand(sql, connection);
        for (var i = 0; i < values; i++)
            command.Parameters.Add(new NpgsqlParameter());
        return command;
    }

    /// <inheritdoc />
    protected override object Bind(object value) => value is string text ? Storable(text) : value;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        connection.Dispose();
    }

    private void Begin(long advisoryLock)
    {
        // One round trip for both.
        using var begin = new NpgsqlCommand($"BEGIN; SELECT pg_advisory_xact_lock({advisoryLock})", connection);
        begin.ExecuteNonQuery();
    }

    /// <summary>
    /// Returns a text as PostgreSQL can keep it, which takes neither U+0000 nor half of a surrogate pair: U+FFFD stands for either. SQLite
    /// takes both, and gives back U+FFFD for the latter.
    /// </summary>
    internal static string Storable(string text)
    {
        var isWhole = true;
        for (var i = 0; i < text.Length && isWhole; i++)
        {
            isWhole = text[i] != '\0' && !char.IsLowSurrogate(text[i]);
            if (char.IsHighSurrogate(text[i]))
                isWhole = ++i < text.Length && char.IsLowSurrogate(text[i]);
        }

        return isWhole ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }
}
