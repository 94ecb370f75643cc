namespace NewsBot.Semantics;

/// <summary>Loads the model once, in the background, when it is first needed. Thread-safe.</summary>
/// <param name="load">Loads the model; called at most once.</param>
public sealed class ReadingModelLoader(Func<ReadingModelLoad> load) : IDisposable
{
    private readonly Lazy<Task<ReadingModelLoad>> _load = new(() => Task.Run(load));

    /// <summary>Initializes a loader for a model's files.</summary>
    /// <param name="folder">The folder with the model's files.</param>
    /// <param name="threads">The number of threads that all calls together may use, at least 1.</param>
    public ReadingModelLoader(string folder, int threads)
        : this(() => ReadingModel.TryLoad(folder, threads)) { }

    /// <summary>Gets the outcome; null while the model is loading, or when it was never needed. Never waits.</summary>
    public ReadingModelLoad? Current =>
        _load is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } done } ? done.GetAwaiter().GetResult() : null;

    /// <summary>Starts loading unless it has already started, and returns the outcome. A fault is an outcome, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; loading goes on.</exception>
    public Task<ReadingModelLoad> LoadAsync(CancellationToken cancellationToken) => _load.Value.WaitAsync(cancellationToken);

    /// <summary>
    /// Frees the model if it was loaded. Waits for a load in progress: a process that ends while native code creates a session crashes. No
    /// call may be in progress.
    /// </summary>
    public void Dispose()
    {
        if (!_load.IsValueCreated)
            return;
        // Unlike Wait, this throws nothing when loading failed.
        Task.WaitAny(_load.Value);
        (Current?.Model as IDisposable)?.Dispose();
    }
}
