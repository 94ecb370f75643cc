using Microsoft.ML.OnnxRuntime;
using NewsBot.Semantics.Network;
using NewsBot.Semantics.Pairs;

namespace NewsBot.Semantics;

/// <summary>Reads pairs of texts with the network of a model file. Thread-safe.</summary>
/// <remarks>
/// On one machine the same pair gets the same scores in every call; between kinds of processors they differ in the third decimal place. A
/// pair of 80 tokens takes some milliseconds of one core, so callers pass only the most promising pairs.
/// </remarks>
public sealed class ReadingModel : IReadingModel, IDisposable
{
    private readonly PairPacker _packer;
    private readonly ReadingMemory _memory;

    private ReadingModel(PairPacker packer, ReadingMemory memory)
    {
        _packer = packer;
        _memory = memory;
    }

    /// <summary>Gets the folder of the model that ships with the program.</summary>
    public static string OwnFolder { get; } = Path.Combine(AppContext.BaseDirectory, "reading-model");

    /// <summary>Loads a model. This takes up to a second.</summary>
    /// <param name="folder">The folder with <c>reader.onnx</c> and <c>vocab.txt</c>.</param>
    /// <param name="threads">The number of threads that all calls together may use, at least 1.</param>
    /// <returns>The model, or why it cannot be used: a file is missing or damaged, or the machine lacks the native library.</returns>
    public static ReadingModelLoad TryLoad(string folder, int threads)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        try
        {
            var packer = new PairPacker(WordPieces.Open(Path.Combine(folder, "vocab.txt")));
            var path = Path.Combine(folder, "reader.onnx");
            if (!File.Exists(path))
                return ReadingModelLoad.Failed($"There is no reading model at {path}.");

            return ReadingModelLoad.Of(new ReadingModel(packer, new ReadingMemory(ReadingNetwork.Open(path, threads))));
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or OnnxRuntimeException or InvalidDataException)
        {
            return ReadingModelLoad.Failed($"The reading model in {folder} cannot be used: {exception.Message}");
        }
        catch (Exception exception)
            when (exception is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException
            )
        {
            return ReadingModelLoad.Failed($"ONNX Runtime does not work on this machine: {exception.Message}");
        }
    }

    /// <inheritdoc />
    public float[] ScoreAnswers(string question, IReadOnlyList<TextInContext> candidates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(candidates);
        var pairs = candidates.Select(candidate => _packer.Answer(question, candidate)).ToArray();
        return Array.ConvertAll(_memory.Run(pairs, "answers", cancellationToken), row => 1 / (1 + MathF.Exp(-row[0])));
    }

    /// <inheritdoc />
    public Entailment[] Entail(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var pairs = statements.Select(statement => _packer.Entailment(statement.Text, statement.Passage)).ToArray();
        return Array.ConvertAll(
            _memory.Run(pairs, "entails", cancellationToken),
            row => Shares(row) is var p ? new Entailment(p[0], p[1], p[2]) : default
        );
    }

    /// <inheritdoc />
    public Agreement[] Compare(IReadOnlyList<(TextInContext First, TextInContext Second)> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var pairs = reports.Select(pair => _packer.Agreement(pair.First, pair.Second)).ToArray();
        return Array.ConvertAll(
            _memory.Run(pairs, "relates", cancellationToken),
            row => Shares(row) is var p ? new Agreement(p[0], p[1], p[2], p[3], p[4]) : default
        );
    }

    /// <summary>Frees the model. No call may be in progress.</summary>
    public void Dispose() => _memory.Dispose();

    private static float[] Shares(float[] logits)
    {
        var most = logits.Max();
        var powers = Array.ConvertAll(logits, logit => MathF.Exp(logit - most));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }
}
