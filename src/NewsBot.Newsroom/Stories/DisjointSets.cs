namespace NewsBot.Newsroom.Stories;

/// <summary>Disjoint sets of whole numbers from 0 (Tarjan 1975); the least of a set stands for it. Not thread-safe.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] above = [.. Enumerable.Range(0, count)];

    public int Find(int number)
    {
        while (above[number] != number) number = above[number] = above[above[number]];
        return number;
    }

    /// <summary>Makes the sets of the two one.</summary>
    public void Join(int one, int other)
    {
        var (low, high) = (Math.Min(Find(one), Find(other)), Math.Max(Find(one), Find(other)));
        above[high] = low;
    }
}
