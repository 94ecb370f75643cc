namespace NewsBot.Newsroom.State;

/// <summary>Represents a piece of work that waits for the database.</summary>
/// <param name="writes">Whether it changes something.</param>
internal abstract class StateWork(bool writes)
{
    /// <summary>Gets a value indicating whether the work changes something.</summary>
    public bool Writes => writes;

    /// <summary>Runs the work; returns false when it failed and must be undone.</summary>
    public abstract bool Run(StateConnection connection, StateStorage storage);

    /// <summary>Reports the outcome to the caller, once the group is committed.</summary>
    public abstract void Complete();

    /// <summary>Reports to the caller that none of the work was stored.</summary>
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

    public override bool Run(StateConnection connection, StateStorage storage)
    {
        failure = null;
        try
        {
            result = work(connection);
            return true;
        }
#pragma warning disable CA1031 // At the edge: the exception goes to the caller that added the work.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = storage.Explain(error);
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
