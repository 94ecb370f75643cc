using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>
/// Keeps durable queues and small state in one SQLite file, or in a database that several hosts share. One connection on one thread
/// runs the work and commits what has gathered in one transaction, so that each group waits for the disk once, and a thread that answers
/// requests never does. A piece that fails undoes only itself; after a failed transaction, the connection works again as soon as the
/// storage does. Thread-safe; several processes may have the same storage open.
/// </summary>
public sealed class StateDatabase : IAsyncDisposable
{
    /// <summary>Specifies the name of the file in the data directory.</summary>
    public const string FileName = "state.db";

    /// <summary>Small, so that work that a caller waits for is soon committed.</summary>
    private const int MaxGroup = 64;

    private readonly StateStorage storage;
    private readonly object access = new();
    private readonly PriorityQueue<StateWork, (int Rank, long Number)> waiting = new();
    private readonly List<StateWork> group = new(MaxGroup);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StateConnection? connection;
    private long number;
    private bool isClosed;

    private StateDatabase(StateStorage storage, StateConnection connection)
    {
        this.storage = storage;
        this.connection = connection;
        new Thread(Run) { IsBackground = true, Name = "State" }.Start();
    }

    /// <summary>Gets the files of earlier versions that were copied on opening.</summary>
    public IReadOnlyList<string> Copied { get; private init; } = [];

    /// <summary>Gets a value indicating whether several hosts share the state; otherwise this one has it to itself.</summary>
    public bool IsShared => storage.IsShared;

    /// <summary>Opens the file, and creates the file, its folder and its tables where they are missing.</summary>
    /// <param name="path">The file; null to keep everything in memory.</param>
    /// <param name="schemas">The tables of every feature that will use the file.</param>
    /// <param name="isDurable">False for measurements: a commit need not survive a power failure, and no other process has the file
    /// open.</param>
    /// <exception cref="StoreException">The file cannot be opened, is damaged, or was written by a newer version; the message gives the
    /// remedy.</exception>
    public static StateDatabase Open(string? path, IEnumerable<StateSchema> schemas, bool isDurable = true) =>
        OpenOn(new StateFile(path, isDurable), schemas);

    /// <summary>Opens a storage, and creates its tables where they are missing.</summary>
    /// <param name="storage">Where the state is kept; disposed of with the database.</param>
    /// <param name="schemas">The tables of every feature that will use it.</param>
    /// <exception cref="StoreException">The storage cannot be opened, is damaged, or was written by a newer version; the message gives
    /// the remedy.</exception>
    public static StateDatabase OpenOn(StateStorage storage, IEnumerable<StateSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(storage);
        StateConnection? connection = null;
        try
        {
            storage.Prepare();
            connection = storage.Connect();
            var copied = storage.Migrate(connection, schemas);
            return new StateDatabase(storage, connection) { Copied = copied };
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            var reason = storage.Explain(failure);
            storage.Dispose();
            throw reason;
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
        storage.Dispose();
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
            var writes = group.Exists(work => work.Writes);
            if (writes)
                Begin();
            foreach (var work in group)
                Run(work, writes);
            if (writes)
                connection!.Run("COMMIT");
        }
#pragma warning disable CA1031 // At the edge: a refusal by the storage reaches every caller with work in the group.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (connection?.TryRollback() == false && storage.CanReconnect)
                Drop();
            var reason = storage.Explain(failure);
            foreach (var work in group)
                work.Fail(reason);
            return;
        }

        foreach (var work in group)
            work.Complete();
    }

    // The connection may have been lost since the group before, as by a restart of the server: nothing of this group was done yet.
    private void Begin()
    {
        var isNew = connection is null;
        try
        {
            Connected.BeginWrite();
        }
        catch (Exception) when (!isNew && connection is { IsLost: true })
        {
            Drop();
            Connected.BeginWrite();
        }
    }

    private void Run(StateWork work, bool isInTransaction)
    {
        if (!isInTransaction)
        {
            var isNew = connection is null;
            // A read that found the connection lost is done again.
            if (!work.Run(Connected, storage) && Connected.IsLost)
            {
                Drop();
                if (!isNew)
                    work.Run(Connected, storage);
            }

            return;
        }

        // Reads, too: PostgreSQL refuses all that follows a failed statement.
        Connected.Run("SAVEPOINT piece");
        if (!work.Run(Connected, storage))
            Connected.Run("ROLLBACK TO piece");
        Connected.Run("RELEASE piece");
    }

    private StateConnection Connected => connection ??= storage.Connect();

    private void Drop()
    {
        connection?.Dispose();
        connection = null;
    }
}
