namespace NewsBot.Search.Index.Querying;

/// <summary>Keeps the best candidates of a search: a heap with the worst on top. Not thread-safe.</summary>
/// <param name="capacity">How many to keep, 1 or more.</param>
internal sealed class BestCandidates(int capacity)
{
    private readonly List<Candidate> heap = [];

    /// <summary>Candidates with a lower score are not kept any more; 1 while there is room, because a hit has a score above 0.</summary>
    public int Threshold { get; private set; } = 1;

    /// <summary>Keeps a candidate if it is among the best so far.</summary>
    public void Add(in Candidate candidate)
    {
        if (heap.Count < capacity)
        {
            heap.Add(candidate);
            SiftUp(heap.Count - 1);
        }
        else if (candidate.IsBetterThan(heap[0]))
        {
            heap[0] = candidate;
            SiftDown();
        }

        if (heap.Count == capacity)
            Threshold = Math.Max(1, heap[0].Score);
    }

    /// <summary>The candidates that were kept, best first.</summary>
    public Candidate[] ToSorted()
    {
        var sorted = heap.ToArray();
        Array.Sort(sorted, static (a, b) => a.IsBetterThan(b) ? -1 : b.IsBetterThan(a) ? 1 : 0);
        return sorted;
    }

    private void SiftUp(int at)
    {
        while (at > 0 && heap[(at - 1) / 2].IsBetterThan(heap[at]))
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void SiftDown()
    {
        for (var at = 0; ;)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < heap.Count; child++)
            {
                if (heap[worst].IsBetterThan(heap[child]))
                    worst = child;
            }

            if (worst == at)
                return;
            (heap[at], heap[worst]) = (heap[worst], heap[at]);
            at = worst;
        }
    }
}
