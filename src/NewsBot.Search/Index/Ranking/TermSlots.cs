namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Maps a segment's term numbers to slots: a small, sparse hash table that hashes by the lowest bits, because most look-ups are for terms
/// not in it. Not thread-safe.
/// </summary>
/// <param name="capacity">At least four times the expected number of terms; a power of two. The table grows when there are more.</param>
internal sealed class TermSlots(int capacity = 256)
{
    /// <summary>Specifies the result of <see cref="Find"/> for a term that was not added.</summary>
    public const int None = -1;

    private int[] keys = NewKeys(capacity);
    private int[] slots = new int[capacity];
    private int count;

    /// <summary>Adds a term that is not in the table.</summary>
    public void Add(int term, int slot)
    {
        if (++count * 4 > keys.Length)
            Grow();
        Put(term, slot);
    }

    /// <summary>Returns the slot of a term, or <see cref="None"/>.</summary>
    public int Find(int term)
    {
        var table = keys;
        for (var at = term; ; at++)
        {
            at &= table.Length - 1;
            if ((uint)at >= (uint)table.Length || table[at] == None)
                return None;
            if (table[at] == term)
                return slots[at];
        }
    }

    private void Put(int term, int slot)
    {
        var at = term & (keys.Length - 1);
        while (keys[at] != None)
            at = (at + 1) & (keys.Length - 1);
        (keys[at], slots[at]) = (term, slot);
    }

    private static int[] NewKeys(int length)
    {
        var keys = new int[length];
        Array.Fill(keys, None);
        return keys;
    }

    private void Grow()
    {
        var (oldKeys, oldSlots) = (keys, slots);
        keys = NewKeys(oldKeys.Length * 2);
        slots = new int[oldKeys.Length * 2];
        for (var at = 0; at < oldKeys.Length; at++)
        {
            if (oldKeys[at] != None)
                Put(oldKeys[at], oldSlots[at]);
        }
    }
}
