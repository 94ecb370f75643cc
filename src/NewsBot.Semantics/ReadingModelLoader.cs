namespace NewsBot.Semantics;

/// <summary>Loads the model once, in the background, when it is first wanted. Thread-safe.</summary>
/// <param name="folder">The folder with the model's files.</param>
/// <param name="threads">How many threads all calls together may use, at least 1.</param>
public sealed class ReadingModelLoader(string folder, int threads) : IDisposable
{
    private readonly Lazy<Task<ReadingModelLoad>> _load = new(() => Task.Run(() => ReadingModel.TryLoad(folder, threads)));

    /// <summary>Gets the outcome, or null while the model is still being loaded or was never wanted. Never waits.</summary>
    public ReadingModelLoad? Current => _load is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } done } ? done.GetAwaiter().GetResult() : null;

    /// <summary>Starts loading, unless that was done before, and returns the outcome when it is known. A fault is an outcome, not an exception.</summary>
    public Task<ReadingModelLoad> LoadAsync(CancellationToken cancellationToken) => _load.Value.WaitAsync(cancellationToken);

    /// <summary>Frees the model if it was loaded; no call of it may be under way.</summary>
    public void Dispose() => Current?.Model?.Dispose();
}
