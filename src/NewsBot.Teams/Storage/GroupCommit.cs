using Microsoft.Data.Sqlite;

namespace NewsBot.Teams.Storage;

/// <summary>
/// Runs work on one connection, one piece after the other, and commits what has gathered in one transaction: with the disk made to wait for each commit,
/// that is what keeps acknowledgements quick when messages come by the hundred. The disk is waited for on a thread of its own, so that it never holds up
/// one that answers requests. Thread-safe.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Few, so that a message that waits to be acknowledged waits for a short group.</summary>
    private const int MaxGroup = 64;

    private readonly SqliteConnection _connection;
    private readonly object _lock = new();
    private readonly PriorityQueue<Piece, (int Rank, long Number)> _waiting = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _number;
    private bool _closed;

    /// <summary>Takes over the open connection.</summary>
    public GroupCommit(SqliteConnection connection)
    {
        _connection = connection;
        new Thread(Run) { IsBackground = true, Name = "Teams store" }.Start();
    }

    /// <summary>Runs the work; the task ends when it is committed. An exception of the work undoes this piece and no other.</summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Add(new Piece<T>(work, true, null), 1, cancellationToken);

    /// <summary>Runs work that changes nothing, after everything that was added before it.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Add(new Piece<T>(work, false, null), 1, cancellationToken);

    /// <summary>Runs work before what else waits, in the order of the calls.</summary>
    /// <param name="work">What somebody waits for.</param>
    /// <param name="committed">Called in the same order once it is committed and before the task ends; it must be quick.</param>
    /// <param name="cancellationToken">Does not undo what was added.</param>
    public Task<T> RunFirstAsync<T>(Func<SqliteConnection, T> work, Action<T> committed, CancellationToken cancellationToken) =>
        Add(new Piece<T>(work, true, committed), 0, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.Pulse(_lock);
        }

        await _ended.Task;
        await _connection.DisposeAsync();
    }

    private Task<T> Add<T>(Piece<T> piece, int rank, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Enqueue(piece, (rank, _number++));
            Monitor.Pulse(_lock);
        }

        return piece.Done;
    }

    private void Run()
    {
        var group = new List<Piece>(MaxGroup);
        while (Gather(group))
            Commit(group);
        _ended.SetResult();
    }

    /// <summary>False when it is closed and nothing waits.</summary>
    private bool Gather(List<Piece> group)
    {
        group.Clear();
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_lock);
            while (group.Count < MaxGroup && _waiting.TryDequeue(out var piece, out _))
                group.Add(piece);
        }

        return group.Count > 0;
    }

    private void Commit(List<Piece> group)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var piece in group)
                Run(piece, transaction);
            transaction.Commit();
        }
#pragma warning disable CA1031 // A border: whatever the disk refuses reaches everyone whose work was in the group.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var piece in group)
                piece.Fail(e);
            return;
        }

        foreach (var piece in group)
            piece.Complete();
    }

    private void Run(Piece piece, SqliteTransaction transaction)
    {
        if (!piece.Writes)
        {
            piece.Run(_connection);
            return;
        }

        transaction.Save("piece");
        if (piece.Run(_connection))
            transaction.Release("piece");
        else
            transaction.Rollback("piece");
    }

    private abstract class Piece(bool writes)
    {
        public bool Writes => writes;

        public abstract bool Run(SqliteConnection connection);

        public abstract void Complete();

        public abstract void Fail(Exception reason);
    }

    private sealed class Piece<T>(Func<SqliteConnection, T> work, bool writes, Action<T>? committed) : Piece(writes)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Done => _done.Task;

        public override bool Run(SqliteConnection connection)
        {
            try
            {
                _result = work(connection);
                return true;
            }
#pragma warning disable CA1031 // A border: the exception goes to the one who asked for the work.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = e;
                return false;
            }
        }

        public override void Complete()
        {
            if (_failure is not null)
            {
                _done.TrySetException(_failure);
                return;
            }

            committed?.Invoke(_result!);
            _done.TrySetResult(_result!);
        }

        public override void Fail(Exception reason) => _done.TrySetException(_failure ?? reason);
    }
}
