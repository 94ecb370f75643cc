namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>Represents a tree with one condition a level: is this feature above this threshold?</summary>
/// <param name="features">The index of each level's feature.</param>
/// <param name="thresholds">The threshold of each level.</param>
/// <param name="values">One value for each pattern of outcomes; the first level is the lowest bit.</param>
internal sealed class ObliviousTree(int[] features, double[] thresholds, double[] values)
{
    public IReadOnlyList<int> Features => features;

    public IReadOnlyList<double> Thresholds => thresholds;

    public IReadOnlyList<double> Values => values;

    public double Value(ReadOnlySpan<double> inputs)
    {
        var pattern = 0;
        for (var level = 0; level < features.Length; level++)
        {
            if (inputs[features[level]] > thresholds[level])
                pattern |= 1 << level;
        }

        return values[pattern];
    }
}
