using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>
/// Keeps durable queues and small state in one SQLite file. One connection on one thread runs the work and commits what
/// has gathered in one transaction, so that each group waits for the disk once, and a thread that answers requests
/// never does. A piece that fails undoes only itself; after a failed transaction, the connection works again as soon as
/// the disk does. Thread-safe; several processes may have the file open.
/// </summary>
public sealed class StateDatabase : IAsyncDisposable
{
    /// <summary>Specifies the name of the file in the data directory.</summary>
    public const string FileName = "state.db";

    /// <summary>Small, so that work that a caller waits for is soon committed.</summary>
    private const int MaxGroup = 64;

    private readonly string? path;
    private readonly bool isDurable;
    private readonly object access = new();
    private readonly PriorityQueue<StateWork, (int Rank, long Number)> waiting = new();
    private readonly List<StateWork> group = new(MaxGroup);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StateConnection? connection;
    private long number;
    private bool isClosed;

    private StateDatabase(string? path, bool isDurable, StateConnection connection)
    {
        this.path = path;
        this.isDurable = isDurable;
        this.connection = connection;
        new Thread(Run) { IsBackground = true, Name = "State" }.Start();
    }

    /// <summary>Gets the files of earlier versions that were copied on opening.</summary>
    public IReadOnlyList<string> Copied { get; private init; } = [];

    /// <summary>Opens the file, and creates the file, its folder and its tables where they are missing.</summary>
    /// <param name="path">The file; null to keep everything in memory.</param>
    /// <param name="schemas">The tables of every feature that will use the file.</param>
    /// <param name="isDurable">False for measurements: a commit need not survive a power failure, and no other process has the file
    /// open.</param>
    /// <exception cref="StoreException">The file cannot be opened, is damaged, or was written by a newer version; the message gives the
    /// remedy.</exception>
    public static StateDatabase Open(string? path, IEnumerable<StateSchema> schemas, bool isDurable = true)
    {
        StateConnection? connection = null;
        try
        {
            if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            connection = new StateConnection(path, isDurable);
            var copied = StateMigration.Run(connection, path, schemas);
            return new StateDatabase(path, isDurable, connection) { Copied = copied };
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            throw failure switch
            {
                SqliteException error => StateFailures.Explain(error, path ?? FileName),
                UnauthorizedAccessException or IOException => new StoreException(
                    StoreFailure.Unavailable,
                    $"{path} cannot be written to ({failure.Message}); check the folder and its permissions.",
                    failure
                ),
                _ => failure,
            };
        }
    }

    /// <summary>
    /// Runs work that changes something; the task ends when it is committed. An exception in the work undoes this piece and no other.
    /// </summary>
    /// <param name="work">The work, which must be quick; it runs at most once.</param>
    /// <param name="cancellationToken">Prevents adding the work; does not undo work already added.</param>
    /// <exception cref="StoreException">The disk refused it; none of it was stored.</exception>
    public Task<T> WriteAsync<T>(Func<StateConnection, T> work, CancellationToken cancellationToken) =>
        Add(new StateWork<T>(work, true, null), 1, cancellationToken);

    /// <summary>Runs work ahead of all other waiting work, in the order of the calls.</summary>
    /// <param name="work">The work that a caller waits for.</param>
    /// <param name="committed">Called in the same order, after the commit and before the task ends; it must be quick.</param>
    /// <param name="cancellationToken">Prevents adding the work; does not undo work already added.</param>
    /// <exception cref="StoreException">The disk refused it; none of it was stored.</exception>
    public Task<T> WriteFirstAsync<T>(Func<StateConnection, T> work, Action<T> committed, CancellationToken cancellationToken) =>
        Add(new StateWork<T>(work, true, committed), 0, cancellationToken);

    /// <summary>Runs work that changes nothing, after all work added before it.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public Task<T> ReadAsync<T>(Func<StateConnection, T> work, CancellationToken cancellationToken) =>
        Add(new StateWork<T>(work, false, null), 1, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        lock (access)
        {
            isClosed = true;
            Monitor.Pulse(access);
        }

        await ended.Task.ConfigureAwait(false);
    }

    private Task<T> Add<T>(StateWork<T> work, int rank, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (access)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.Enqueue(work, (rank, number++));
            Monitor.Pulse(access);
        }

        return work.Done;
    }

    private void Run()
    {
        while (Gather())
            Commit();
        connection?.Dispose();
        ended.SetResult();
    }

    /// <summary>Gathers the next group; returns false when the database is closed and nothing waits.</summary>
    private bool Gather()
    {
        group.Clear();
        lock (access)
        {
            while (waiting.Count == 0 && !isClosed)
                Monitor.Wait(access);
            while (group.Count < MaxGroup && waiting.TryDequeue(out var work, out _))
                group.Add(work);
        }

        return group.Count > 0;
    }

    private void Commit()
    {
        try
        {
            connection ??= new StateConnection(path, isDurable);
            var writes = group.Exists(work => work.Writes);
            // A write transaction from the start: no two processes read the same rows to claim them.
            if (writes)
                connection.Run("BEGIN IMMEDIATE");
            foreach (var work in group)
                Run(work, connection);
            if (writes)
                connection.Run("COMMIT");
        }
#pragma warning disable CA1031 // At the edge: a refusal by the disk reaches every caller with work in the group.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            EndTransaction();
            var reason = failure is SqliteException error ? StateFailures.Explain(error, path ?? FileName) : failure;
            foreach (var work in group)
                work.Fail(reason);
            return;
        }

        foreach (var work in group)
            work.Complete();
    }

    private void Run(StateWork work, StateConnection on)
    {
        if (!work.Writes)
        {
            work.Run(on, path ?? FileName);
            return;
        }

        on.Run("SAVEPOINT piece");
        if (!work.Run(on, path ?? FileName))
            on.Run("ROLLBACK TO piece");
        on.Run("RELEASE piece");
    }

    // A connection that cannot roll back is dropped, and the next group opens another; a database in memory cannot be reopened.
    private void EndTransaction()
    {
        if (connection is null)
            return;
        try
        {
            if (connection.IsInTransaction)
                connection.Run("ROLLBACK");
        }
        catch (SqliteException) when (path is not null)
        {
            connection.Dispose();
            connection = null;
        }
    }
}
