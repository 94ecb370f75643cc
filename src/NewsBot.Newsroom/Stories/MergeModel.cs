using System.Text.Json;

namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Estimates whether two texts report the same event, by logistic regression over <see cref="PairFeatures"/>. Immutable and thread-safe.
/// </summary>
internal sealed class MergeModel
{
    private readonly double[] weights;

    public MergeModel(IReadOnlyList<double> weights, double threshold)
    {
        this.weights = [.. weights];
        Threshold = threshold;
    }

    /// <summary>Gets the model with the weights that ship with NewsBot.</summary>
    public static MergeModel Default { get; } = Read();

    /// <summary>Gets the threshold: groups are merged as long as the mean probability between their articles is above it.</summary>
    public double Threshold { get; }

    /// <summary>Returns the weighted sum of all features except closeness, which changes with every new text.</summary>
    public double Evidence(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (i != PairFeatures.Closeness)
                sum += weights[i] * features[i];
        }

        return sum;
    }

    /// <summary>Returns the probability, 0 to 1, that two texts report the same event.</summary>
    /// <param name="evidence">The result of <see cref="Evidence"/>.</param>
    /// <param name="closeness">The result of <see cref="PairFeatures.WithCloseness"/>.</param>
    public double Probability(double evidence, double closeness) =>
        1 / (1 + Math.Exp(-(evidence + (weights[PairFeatures.Closeness] * closeness))));

    private static MergeModel Read()
    {
        using var stream =
            typeof(MergeModel).Assembly.GetManifestResourceStream("StoryWeights")
            ?? throw new InvalidOperationException("The weights are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new(
            [.. PairFeatures.Names.Select(name => document.RootElement.GetProperty(name).GetDouble())],
            document.RootElement.GetProperty("threshold").GetDouble()
        );
    }
}
