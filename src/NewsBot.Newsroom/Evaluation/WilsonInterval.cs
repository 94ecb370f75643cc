namespace NewsBot.Newsroom.Evaluation;

/// <summary>The 95 % confidence interval of a share (Wilson, "Probable inference", JASA 1927), which also holds for few questions and shares near 0 or 1.</summary>
/// <param name="From">The lower end, 0 to 1.</param>
/// <param name="To">The upper end, 0 to 1.</param>
public readonly record struct WilsonInterval(double From, double To)
{
    private const double Z = 1.959964;

    /// <summary>The interval for so many of so many; 0 to 1 when there is none.</summary>
    public static WilsonInterval Of(int count, int total)
    {
        if (total == 0) return new(0, 1);
        var share = (double)count / total;
        var middle = share + (Z * Z / (2 * total));
        var half = Z * Math.Sqrt((share * (1 - share) / total) + (Z * Z / (4.0 * total * total)));
        var scale = 1 + (Z * Z / total);
        return new(Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
