using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace NewsBot.Teams.Keeping;

/// <summary>
/// Runs work on one connection, one piece after the other, and commits what has gathered in one transaction: with the disk made to wait for each commit,
/// that is what keeps acknowledgements quick when messages come by the hundred. Thread-safe.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MaxGroup = 256;

    private readonly SqliteConnection _connection;
    private readonly Channel<Piece> _waiting = Channel.CreateUnbounded<Piece>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _loop;

    /// <summary>Takes over the open connection.</summary>
    public GroupCommit(SqliteConnection connection)
    {
        _connection = connection;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Runs the work; the task ends when it is committed. An exception of the work undoes this piece and no other.</summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var piece = new Piece<T>(work);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(piece), this);
        return piece.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Piece>(MaxGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var piece))
                group.Add(piece);
            Commit(group);
        }
    }

    private void Commit(List<Piece> group)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var piece in group)
            {
                transaction.Save("piece");
                if (piece.Run(_connection))
                    transaction.Release("piece");
                else
                    transaction.Rollback("piece");
            }

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

    private abstract class Piece
    {
        public abstract bool Run(SqliteConnection connection);

        public abstract void Complete();

        public abstract void Fail(Exception reason);
    }

    private sealed class Piece<T>(Func<SqliteConnection, T> work) : Piece
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
            if (_failure is null)
                _done.TrySetResult(_result!);
            else
                _done.TrySetException(_failure);
        }

        public override void Fail(Exception reason) => _done.TrySetException(_failure ?? reason);
    }
}
