namespace NewsBot.Newsroom.Stories;

/// <summary>The highest of the cosines that were added. Their order changes nothing. Not thread-safe.</summary>
internal sealed class NearestCosines
{
    private const int Most = 5;

    private readonly double[] highest = new double[Most];

    /// <summary>The mean of the highest five; those that there are not count as 0.</summary>
    public double Mean { get; private set; }

    public void Add(double cosine)
    {
        if (cosine <= highest[^1]) return;
        var at = Most - 1;
        for (; at > 0 && highest[at - 1] < cosine; at--) highest[at] = highest[at - 1];
        highest[at] = cosine;
        Mean = highest.Sum() / Most;
    }

    public void Clear()
    {
        Array.Clear(highest);
        Mean = 0;
    }
}
