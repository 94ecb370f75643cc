using System.Data.Common;

namespace NewsBot.Newsroom.State;

/// <summary>
/// Runs SQL on the state database. <c>$1</c> is the first value; null is stored as NULL, a time as Unix milliseconds, true as 1. Statements
/// are kept for the next time, so their texts must be constants, and they are written so that SQLite and PostgreSQL both take them. Not
/// thread-safe: it serves one piece of work at a time.
/// </summary>
public abstract class StateConnection : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether the connection was lost, so that another one is needed.</summary>
    protected internal virtual bool IsLost => false;

    /// <summary>Runs a statement.</summary>
    /// <returns>The number of rows changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Returns the first value of the first row; null when there is no row or the value is NULL.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Returns all rows, read by <paramref name="read"/>, which must not run further SQL.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Makes what this transaction deletes unreadable at once, as far as the database can.</summary>
    public abstract void EraseDeleted();

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands.Clear();
    }

    /// <summary>Begins a transaction that no other writer of any host runs beside: no two read the same rows to claim them.</summary>
    protected internal abstract void BeginWrite();

    /// <summary>Ends a transaction; returns false when that is impossible, and another connection is needed.</summary>
    protected internal abstract bool TryRollback();

    /// <summary>Makes a command with so many parameters, in their order.</summary>
    protected abstract DbCommand Create(string sql, int values);

    /// <summary>Returns a value in the form in which the database takes it; neither null nor a time nor a boolean is passed.</summary>
    protected virtual object Bind(object value) => value;

    private DbCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
            commands[sql] = command = Create(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                bool isTrue => isTrue ? 1L : 0L,
                var value => Bind(value),
            };
        }

        return command;
    }
}
