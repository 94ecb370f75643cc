namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Writes features in a fixed order, or only their names. Both come from the same lines, so that they cannot drift apart.
/// </summary>
/// <param name="names">Collects the names; null if only values are needed.</param>
internal sealed class FeatureWriter(List<string>? names)
{
    private readonly List<double> values = new(80);

    /// <summary>Writes one feature.</summary>
    public void Add(string name, double value)
    {
        names?.Add(name);
        values.Add(value);
    }

    /// <summary>Writes one feature that is 1 or 0.</summary>
    public void Add(string name, bool holds) => Add(name, holds ? 1.0 : 0.0);

    /// <summary>Returns the values written, in order.</summary>
    public double[] ToArray() => [.. values];
}
