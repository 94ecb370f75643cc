using System.Text.Json;

namespace NewsBot.Newsroom.Grounding.Scoring;

/// <summary>Scores statements by logistic regression over <see cref="GroundingFeatures"/>. Immutable and thread-safe.</summary>
internal sealed class GroundingScorer
{
    private readonly double[] weights;

    public GroundingScorer(IReadOnlyDictionary<string, double> weights)
    {
        this.weights = [.. GroundingFeatures.Names.Select(name => weights[name])];
    }

    /// <summary>Gets the scorer with the weights that ship with NewsBot.</summary>
    public static GroundingScorer Default { get; } = Read();

    /// <summary>Returns the probability, 0 to 1, that readers find a statement with these features supported.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static GroundingScorer Read()
    {
        using var stream =
            typeof(GroundingScorer).Assembly.GetManifestResourceStream("GroundingWeights")
            ?? throw new InvalidOperationException("The weights of the grounding judge are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.EnumerateObject().ToDictionary(weight => weight.Name, weight => weight.Value.GetDouble()));
    }
}
