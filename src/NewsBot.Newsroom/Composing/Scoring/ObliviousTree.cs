namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>A tree whose levels each ask one thing: is this feature above this threshold?</summary>
/// <param name="features">The feature of each level.</param>
/// <param name="thresholds">The threshold of each level.</param>
/// <param name="values">One for each pattern of answers; the first level is the lowest bit.</param>
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
            if (inputs[features[level]] > thresholds[level]) pattern |= 1 << level;
        }

        return values[pattern];
    }
}
