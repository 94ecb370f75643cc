using System.Text.Json;

namespace NewsBot.Newsroom.Stories;

/// <summary>Logistic regression over <see cref="PairFeatures"/>: whether two texts report the same event. Immutable and thread-safe.</summary>
internal sealed class MergeModel
{
    private readonly double[] weights;

    public MergeModel(IReadOnlyList<double> weights, double threshold)
    {
        this.weights = [.. weights];
        Threshold = threshold;
    }

    /// <summary>The weights that NewsBot ships.</summary>
    public static MergeModel Default { get; } = Read();

    /// <summary>Groups are merged as long as the mean probability between their articles is above this.</summary>
    public double Threshold { get; }

    /// <summary>What all features but closeness say; the rest changes with every text that comes.</summary>
    public double Evidence(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (i != PairFeatures.Closeness) sum += weights[i] * features[i];
        }

        return sum;
    }

    /// <summary>Probability, 0 to 1.</summary>
    /// <param name="evidence">Of <see cref="Evidence"/>.</param>
    /// <param name="closeness">Of <see cref="PairFeatures.WithCloseness"/>.</param>
    public double Probability(double evidence, double closeness) => 1 / (1 + Math.Exp(-(evidence + (weights[PairFeatures.Closeness] * closeness))));

    private static MergeModel Read()
    {
        using var stream = typeof(MergeModel).Assembly.GetManifestResourceStream("StoryWeights")
            ?? throw new InvalidOperationException("The weights are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new([.. PairFeatures.Names.Select(name => document.RootElement.GetProperty(name).GetDouble())], document.RootElement.GetProperty("threshold").GetDouble());
    }
}
