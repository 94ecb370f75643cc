using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>Lends readers, and keeps some for later. Thread-safe.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int MaxIdle = 8;

    private readonly ConcurrentBag<SqliteReader> idle = [];
    private volatile bool isDisposed;

    /// <summary>Reads with a reader that no one else uses meanwhile.</summary>
    /// <exception cref="StoreException">SQLite failed.</exception>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        SqliteReader? reader = null;
        try
        {
            if (!idle.TryTake(out reader))
                reader = new SqliteReader(path);
            var result = read(reader);
            Return(reader);
            return result;
        }
        catch (Exception error)
        {
            // Whatever state a failed statement left behind goes with the connection.
            reader?.Dispose();
            if (error is SqliteException failure)
                throw SqliteFailures.Explain(failure, path);
            throw;
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    private void Return(SqliteReader reader)
    {
        if (isDisposed || idle.Count >= MaxIdle)
            reader.Dispose();
        else
            idle.Add(reader);
    }
}
