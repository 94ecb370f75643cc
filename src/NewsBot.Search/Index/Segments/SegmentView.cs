using System.Collections.Concurrent;

namespace NewsBot.Search.Index.Segments;

/// <summary>Represents a segment in a snapshot: without the documents removed since it was written. Immutable, thread-safe.</summary>
internal sealed class SegmentView
{
    private readonly ulong[]? removed;

    // Counting live postings reads all of a term's postings; searches repeat their terms.
    private readonly ConcurrentDictionary<int, int> liveCounts = new();

    /// <summary>Creates a view of a segment without the documents whose bits are set.</summary>
    public SegmentView(Segment segment, ulong[]? removed = null)
    {
        Segment = segment;
        this.removed = removed;
        for (var document = 0; document < segment.DocumentCount; document++)
        {
            if (IsLive(document))
                CountIn(document, 1);
        }
    }

    private SegmentView(SegmentView before, IEnumerable<int> documents)
    {
        Segment = before.Segment;
        (DocumentCount, PassageCount, BodyTerms, HeadlineTerms) = (
            before.DocumentCount,
            before.PassageCount,
            before.BodyTerms,
            before.HeadlineTerms
        );
        removed = before.removed is null ? new ulong[(Segment.DocumentCount + 63) / 64] : (ulong[])before.removed.Clone();
        foreach (var document in documents)
        {
            removed[document >> 6] |= 1UL << (document & 63);
            CountIn(document, -1);
        }
    }

    /// <summary>Gets the segment.</summary>
    public Segment Segment { get; }

    /// <summary>Gets the number of live documents.</summary>
    public int DocumentCount { get; private set; }

    /// <summary>Gets the number of passages of live documents.</summary>
    public int PassageCount { get; private set; }

    /// <summary>Gets the sum of the body lengths of live passages.</summary>
    public long BodyTerms { get; private set; }

    /// <summary>Gets the sum of the headline lengths of live passages: a headline counts once for each passage.</summary>
    public long HeadlineTerms { get; private set; }

    /// <summary>Gets one bit for each document, set for removed ones; empty when none was removed.</summary>
    public ReadOnlySpan<ulong> Removed => removed;

    /// <summary>Determines whether a document of the segment is live.</summary>
    public bool IsLive(int document) => removed is null || (removed[document >> 6] & (1UL << (document & 63))) == 0;

    /// <summary>Returns the view without more documents, given by the numbers of live ones.</summary>
    public SegmentView Without(IEnumerable<int> documents) => new(this, documents);

    /// <summary>Returns the number of live passages with a term.</summary>
    public int CountLive(int term) =>
        removed is null ? Segment.Terms[term].Passages : liveCounts.GetOrAdd(term, static (number, view) => view.Count(number), this);

    private int Count(int term)
    {
        var cursor = new PostingCursor();
        cursor.Start(Segment.Part(SegmentSection.Postings), Segment.Terms[term]);
        var documents = Segment.PassageDocuments;
        var count = 0;
        for (var block = 0; block < cursor.BlockCount; block++)
        {
            cursor.Load(block);
            foreach (var passage in cursor.Passages)
                count += IsLive(documents[passage]) ? 1 : 0;
        }

        return count;
    }

    private void CountIn(int document, int sign)
    {
        var firsts = Segment.FirstPassages;
        var bodies = Segment.BodyLengths;
        var headlines = Segment.HeadlineLengths;
        DocumentCount += sign;
        PassageCount += sign * (firsts[document + 1] - firsts[document]);
        for (var passage = firsts[document]; passage < firsts[document + 1]; passage++)
        {
            BodyTerms += sign * LengthCode.Decode(bodies[passage]);
            HeadlineTerms += sign * LengthCode.Decode(headlines[passage]);
        }
    }
}
