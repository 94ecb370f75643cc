namespace NewsBot.Semantics.Network;

/// <summary>Represents the pairs that one caller waits for. Thread-safe: several threads may read its pairs at once.</summary>
/// <param name="pairs">The pairs, at least one.</param>
/// <param name="output">The network's output that the caller wants.</param>
/// <param name="cancellationToken">Ends the wait; pairs that were not begun are skipped.</param>
internal sealed class NetworkCall(IReadOnlyList<PackedPair> pairs, string output, CancellationToken cancellationToken)
{
    private readonly float[][] _rows = new float[pairs.Count][];
    private readonly TaskCompletionSource<float[][]> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = pairs.Count;

    /// <summary>Reads one pair. Never throws: a fault goes to the caller.</summary>
    public void Read(int pair, Func<PackedPair, string, float[]> run)
    {
        if (_done.Task.IsCompleted)
            return;
        try
        {
            _rows[pair] = run(pairs[pair], output);
            if (Interlocked.Decrement(ref _left) == 0)
                _done.TrySetResult(_rows);
        }
#pragma warning disable CA1031 // The caller gets it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _done.TrySetException(error);
        }
    }

    /// <summary>Returns a row for each pair once all are read.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    // Blocking on a task lets the thread pool make up for the thread; blocking on a semaphore would starve it when many wait.
    public float[][] Wait()
    {
        using var cancelling = cancellationToken.Register(() => _done.TrySetCanceled(cancellationToken));
        return _done.Task.GetAwaiter().GetResult();
    }
}
