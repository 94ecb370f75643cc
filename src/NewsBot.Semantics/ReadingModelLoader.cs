namespace NewsBot.Semantics;

/// <summary>Loads the model once, in the background, when it is first wanted. Thread-safe.</summary>
/// <param name="load">Loads it; called at most once.</param>
public sealed class ReadingModelLoader(Func<ReadingModelLoad> load) : IDisposable
{
    private readonly Lazy<Task<ReadingModelLoad>> _load = new(() => Task.Run(load));

    /// <summary>Makes a loader of a model's files.</summary>
    /// <param name="folder">The folder with the model's files.</param>
    /// <param name="threads">How many threads all calls together may use, at least 1.</param>
    public ReadingModelLoader(string folder, int threads)
        : this(() => ReadingModel.TryLoad(folder, threads))
    {
    }

    /// <summary>Gets the outcome, or null while the model is still being loaded or was never wanted. Never waits.</summary>
    public ReadingModelLoad? Current => _load is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } done } ? done.GetAwaiter().GetResult() : null;

    /// <summary>Starts loading, unless that was done before, and returns the outcome when it is known. A fault is an outcome, not an exception.</summary>
    public Task<ReadingModelLoad> LoadAsync(CancellationToken cancellationToken) => _load.Value.WaitAsync(cancellationToken);

    /// <summary>Frees the model if it was loaded; no call of it may be under way.</summary>
    public void Dispose() => (Current?.Model as IDisposable)?.Dispose();
}
