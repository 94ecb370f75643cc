using Microsoft.Data.Sqlite;

namespace NewsBot.Newsroom.State;

/// <summary>A piece of work that waits for the database.</summary>
/// <param name="writes">Whether it changes something.</param>
internal abstract class StateWork(bool writes)
{
    public bool Writes => writes;

    /// <summary>Runs the work; false when it failed and is to be undone.</summary>
    public abstract bool Run(StateConnection connection, string path);

    /// <summary>Tells the caller how it ended; called when the group is committed.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of it was stored.</summary>
    public abstract void Fail(Exception reason);
}

/// <inheritdoc />
internal sealed class StateWork<T>(Func<StateConnection, T> work, bool writes, Action<T>? committed) : StateWork(writes)
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failure;

    /// <summary>Gets the task that ends with the work.</summary>
    public Task<T> Done => done.Task;

    public override bool Run(StateConnection connection, string path)
    {
        try
        {
            result = work(connection);
            return true;
        }
#pragma warning disable CA1031 // A border: the exception goes to the caller that added the work.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = error is SqliteException sqlite ? StateFailures.Explain(sqlite, path) : error;
            return false;
        }
    }

    public override void Complete()
    {
        if (failure is not null)
        {
            done.TrySetException(failure);
            return;
        }

        committed?.Invoke(result!);
        done.TrySetResult(result!);
    }

    public override void Fail(Exception reason) => done.TrySetException(failure ?? reason);
}
