using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;

namespace NewsBot.Semantics.Network;

/// <summary>
/// Runs the network over packed pairs. Thread-safe: a fixed number of threads reads the pairs of all calls, those of earlier calls first.
/// </summary>
/// <remarks>
/// Each pair is a run of its own: the network scales its 8-bit products by the largest value in a run, so in a batch a pair's scores would
/// depend on its neighbours. Nor is any pair padded. Calls are served in the order in which they came: if many calls shared the threads
/// evenly, all would end late.
/// </remarks>
internal sealed class ReadingNetwork : IDisposable
{
    private readonly InferenceSession _session;
    private readonly BlockingCollection<(NetworkCall Call, int Pair)> _waiting = [];
    private readonly Thread[] _threads;

    private ReadingNetwork(InferenceSession session, int threads)
    {
        _session = session;
        _threads = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work) { IsBackground = true, Name = "Reading model" })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>Opens a model file.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="threads">The number of pairs read at once, over all calls; at least 1.</param>
    /// <exception cref="OnnxRuntimeException">The file is damaged or is not a model.</exception>
    public static ReadingNetwork Open(string path, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new ReadingNetwork(new InferenceSession(path, options), threads);
    }

    /// <summary>Returns the named output, one row for each pair, in the order of the pairs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; pairs that were not begun are not read.</exception>
    public float[][] Run(IReadOnlyList<PackedPair> pairs, string output, CancellationToken cancellationToken)
    {
        if (pairs.Count == 0)
            return [];
        cancellationToken.ThrowIfCancellationRequested();
        var call = new NetworkCall(pairs, output, cancellationToken);

        // Longest first, so that no thread begins a long pair when the others have finished.
        foreach (var pair in Enumerable.Range(0, pairs.Count).OrderByDescending(at => pairs[at].Tokens.Length))
            _waiting.Add((call, pair), CancellationToken.None);
        return call.Wait();
    }

    /// <summary>Frees the network. No run may be in progress.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _waiting.Dispose();
        _session.Dispose();
    }

    private void Work()
    {
        foreach (var (call, pair) in _waiting.GetConsumingEnumerable())
            call.Read(pair, Run);
    }

    private float[] Run(PackedPair pair, string output)
    {
        long[] shape = [1, pair.Tokens.Length];
        using var tokens = OrtValue.CreateTensorValueFromMemory(pair.Tokens, shape);
        using var segments = OrtValue.CreateTensorValueFromMemory(pair.Segments, shape);
        using var marks = OrtValue.CreateTensorValueFromMemory(pair.Marks, shape);
        using var options = new RunOptions();
        using var results = _session.Run(options, ["ids", "segments", "marks"], [tokens, segments, marks], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
