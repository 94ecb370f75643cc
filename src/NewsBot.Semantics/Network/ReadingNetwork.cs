using Microsoft.ML.OnnxRuntime;

namespace NewsBot.Semantics.Network;

/// <summary>Runs the network over packed pairs. Thread-safe; all calls share a fixed number of threads, one pair at a time.</summary>
/// <remarks>
/// Each pair is a run of its own: the network scales its 8-bit products by the largest value in a run, so in a batch a pair's scores would
/// depend on its neighbours. Nor is any pair padded, and a call waits at most for the pair that another call has begun.
/// </remarks>
internal sealed class ReadingNetwork : IDisposable
{
    private readonly InferenceSession _session;
    private readonly SemaphoreSlim _slots;
    private readonly int _threads;

    private ReadingNetwork(InferenceSession session, int threads)
    {
        _session = session;
        _threads = threads;
        _slots = new SemaphoreSlim(threads);
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
    /// <exception cref="OperationCanceledException">Cancelled; checked between two pairs.</exception>
    public float[][] Run(IReadOnlyList<PackedPair> pairs, string output, CancellationToken cancellationToken)
    {
        var rows = new float[pairs.Count][];

        // Longest first, so that no thread begins a long pair when the others have finished.
        var order = Enumerable.Range(0, pairs.Count).OrderByDescending(at => pairs[at].Tokens.Length).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken };
        Parallel.ForEach(
            order,
            parallel,
            at =>
            {
                _slots.Wait(cancellationToken);
                try
                {
                    rows[at] = Run(pairs[at], output);
                }
                finally
                {
                    _slots.Release();
                }
            }
        );
        return rows;
    }

    /// <summary>Frees the network. No run may be in progress.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _slots.Dispose();
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
