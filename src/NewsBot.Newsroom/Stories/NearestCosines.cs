namespace NewsBot.Newsroom.Stories;

/// <summary>Keeps the highest of the cosines added, in whatever order. Not thread-safe.</summary>
internal sealed class NearestCosines
{
    private const int Most = 5;

    private readonly double[] highest = new double[Most];

    /// <summary>Gets the mean of the highest five; missing ones count as 0.</summary>
    public double Mean { get; private set; }

    /// <summary>Adds a cosine.</summary>
    public void Add(double cosine)
    {
        if (cosine <= highest[^1])
            return;
        var at = Most - 1;
        for (; at > 0 && highest[at - 1] < cosine; at--)
            highest[at] = highest[at - 1];
        highest[at] = cosine;
        Mean = highest.Sum() / Most;
    }

    /// <summary>Removes all cosines.</summary>
    public void Clear()
    {
        Array.Clear(highest);
        Mean = 0;
    }
}
