using System.Text.Json;

namespace NewsBot.Newsroom.Composing;

/// <summary>Logistic regression over <see cref="StatementFeatures"/>. Immutable and thread-safe.</summary>
internal sealed class StatementScorer
{
    private readonly double[] weights;

    public StatementScorer(IReadOnlyDictionary<string, double> weights)
    {
        this.weights = [.. StatementFeatures.Names.Select(name => weights[name])];
    }

    /// <summary>The weights that NewsBot ships.</summary>
    public static StatementScorer Default { get; } = Read();

    /// <summary>Probability, 0 to 1, that a candidate with these features answers the question.</summary>
    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static StatementScorer Read()
    {
        using var stream = typeof(StatementScorer).Assembly.GetManifestResourceStream("StatementWeights")
            ?? throw new InvalidOperationException("The weights are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.EnumerateObject().ToDictionary(weight => weight.Name, weight => weight.Value.GetDouble()));
    }
}
