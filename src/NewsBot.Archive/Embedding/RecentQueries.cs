namespace NewsBot.Archive.Embedding;

/// <summary>Keeps the vectors of the most recent queries, since one question is searched for several times. Thread-safe.</summary>
internal sealed class RecentQueries
{
    private const int Most = 256;

    private readonly Lock access = new();
    private readonly Dictionary<string, ReadOnlyMemory<float>> known = new(StringComparer.Ordinal);
    private readonly Queue<string> byAge = new();

    public ReadOnlyMemory<float>? Find(string query)
    {
        lock (access)
            return known.TryGetValue(query, out var vector) ? vector : null;
    }

    public void Add(string query, ReadOnlyMemory<float> vector)
    {
        lock (access)
        {
            var isKnown = known.ContainsKey(query);
            known[query] = vector;
            if (isKnown)
                return;
            byAge.Enqueue(query);
            if (byAge.Count > Most)
                known.Remove(byAge.Dequeue());
        }
    }
}
