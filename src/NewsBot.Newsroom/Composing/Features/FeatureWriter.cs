namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Writes features in a fixed order, or only their names: both from the same lines, so that they cannot drift apart.</summary>
/// <param name="names">Where names are collected; null when values are wanted.</param>
internal sealed class FeatureWriter(List<string>? names)
{
    private readonly List<double> values = new(80);

    /// <summary>One feature.</summary>
    public void Add(string name, double value)
    {
        names?.Add(name);
        values.Add(value);
    }

    /// <summary>One feature that is 1 or 0.</summary>
    public void Add(string name, bool holds) => Add(name, holds ? 1.0 : 0.0);

    /// <summary>What was written, in order.</summary>
    public double[] ToArray() => [.. values];
}
