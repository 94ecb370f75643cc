namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Represents disjoint sets of whole numbers from 0 (Tarjan 1975); the smallest number of a set represents it. Not thread-safe.
/// </summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] above = [.. Enumerable.Range(0, count)];

    /// <summary>Returns the number that represents the set of a number.</summary>
    public int Find(int number)
    {
        while (above[number] != number)
            number = above[number] = above[above[number]];
        return number;
    }

    /// <summary>Joins the sets of two numbers.</summary>
    public void Join(int one, int other)
    {
        var (low, high) = (Math.Min(Find(one), Find(other)), Math.Max(Find(one), Find(other)));
        above[high] = low;
    }
}
