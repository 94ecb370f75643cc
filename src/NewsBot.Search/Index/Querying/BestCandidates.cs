namespace NewsBot.Search.Index.Querying;

/// <summary>Keeps the best candidates of a search: a heap with the worst on top. Not thread-safe.</summary>
/// <param name="capacity">The number to keep, 1 or more.</param>
internal sealed class BestCandidates(int capacity)
{
    private Candidate[] heap = new Candidate[Math.Min(capacity, 256)];
    private int count;

    /// <summary>Gets the lowest score still kept; 1 while there is room, because a hit has a score above 0.</summary>
    public int Threshold { get; private set; } = 1;

    /// <summary>Keeps a candidate if it is among the best so far.</summary>
    public void Add(in Candidate candidate)
    {
        if (count < capacity)
        {
            if (count == heap.Length)
                Array.Resize(ref heap, Math.Min(capacity, count * 2));
            SiftUp(candidate);
        }
        else if (candidate.IsBetterThan(heap[0]))
        {
            SiftDown(candidate);
        }

        if (count == capacity)
            Threshold = Math.Max(1, heap[0].Score);
    }

    /// <summary>Returns the kept candidates, best first.</summary>
    public Candidate[] ToSorted()
    {
        var sorted = heap[..count];
        Array.Sort(
            sorted,
            static (a, b) =>
                a.IsBetterThan(b) ? -1
                : b.IsBetterThan(a) ? 1
                : 0
        );
        return sorted;
    }

    // Moves worse ones down until the candidate's place is found.
    private void SiftUp(in Candidate candidate)
    {
        var at = count++;
        for (; at > 0 && heap[(at - 1) / 2].IsBetterThan(candidate); at = (at - 1) / 2)
            heap[at] = heap[(at - 1) / 2];
        heap[at] = candidate;
    }

    // Removes the worst, and moves the worse of two up until the candidate's place is found.
    private void SiftDown(in Candidate candidate)
    {
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && heap[child].IsBetterThan(heap[child + 1]))
                child++;
            if (!candidate.IsBetterThan(heap[child]))
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = candidate;
    }
}
