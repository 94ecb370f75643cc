namespace NewsBot.Discord.Turns;

/// <summary>Keeps the last ids, so that nothing received twice is answered twice. Thread-safe.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> known = [];
    private readonly Queue<ulong> order = new();

    /// <summary>Records an id. False: it was there already.</summary>
    public bool TryAdd(ulong id)
    {
        lock (gate)
        {
            if (!known.Add(id))
                return false;
            order.Enqueue(id);
            if (order.Count > capacity)
                known.Remove(order.Dequeue());
            return true;
        }
    }
}
