namespace NewsBot.Newsroom.Evaluation;

/// <summary>
/// Represents the 95 % confidence interval of a share (Wilson, "Probable inference", JASA 1927), valid even for few
/// questions and shares near 0 or 1.
/// </summary>
/// <param name="From">The lower end, 0 to 1.</param>
/// <param name="To">The upper end, 0 to 1.</param>
public readonly record struct WilsonInterval(double From, double To)
{
    private const double Z = 1.959964;

    /// <summary>
    /// Returns the interval for a share of <paramref name="count"/> in <paramref name="total"/>; 0 to 1 when the total is 0.
    /// </summary>
    public static WilsonInterval Of(int count, int total)
    {
        if (total == 0)
            return new(0, 1);
        var share = (double)count / total;
        var middle = share + (Z * Z / (2 * total));
        var half = Z * Math.Sqrt((share * (1 - share) / total) + (Z * Z / (4.0 * total * total)));
        var scale = 1 + (Z * Z / total);
        return new(Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
