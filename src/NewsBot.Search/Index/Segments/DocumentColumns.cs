using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Search.Index.Segments;

/// <summary>Collects the documents and passages of a new segment. Add a document, then its passages.</summary>
internal sealed class DocumentColumns
{
    private readonly List<long> keys = [];
    private readonly List<long> owners = [];
    private readonly List<int> publishedDays = [];
    private readonly List<byte> rights = [];
    private readonly List<int> firstPassages = [];
    private readonly List<int> sourceOffsets = [];
    private readonly List<byte> sources = [];
    private readonly List<int> passageDocuments = [];
    private readonly List<byte> bodyLengths = [];
    private readonly List<byte> headlineLengths = [];
    private readonly List<byte> documentHeadlineLengths = [];
    private byte headlineLength;

    /// <summary>Gets the number of documents so far.</summary>
    public int DocumentCount => keys.Count;

    /// <summary>Gets the number of passages so far.</summary>
    public int PassageCount => passageDocuments.Count;

    /// <summary>Starts a document.</summary>
    public void AddDocument(long key, long owner, int publishedDay, byte rightsClass, string source, byte headlineLengthCode)
    {
        keys.Add(key);
        owners.Add(owner);
        publishedDays.Add(publishedDay);
        rights.Add(rightsClass);
        firstPassages.Add(PassageCount);
        sourceOffsets.Add(sources.Count);
        sources.AddRange(Encoding.UTF8.GetBytes(source));
        headlineLength = headlineLengthCode;
        documentHeadlineLengths.Add(headlineLengthCode);
    }

    /// <summary>Adds a passage to the last document and returns the passage's number.</summary>
    public int AddPassage(byte bodyLengthCode)
    {
        passageDocuments.Add(keys.Count - 1);
        bodyLengths.Add(bodyLengthCode);
        headlineLengths.Add(headlineLength);
        return PassageCount - 1;
    }

    /// <summary>Returns the document of a passage.</summary>
    public int DocumentOf(int passage) => passageDocuments[passage];

    /// <summary>Writes the sections up to the lengths.</summary>
    public void WriteTo(SegmentOutput output)
    {
        Write(output, SegmentSection.DocumentKeys, keys);
        Write(output, SegmentSection.Owners, owners);
        Write(output, SegmentSection.PublishedDays, publishedDays);
        Write(output, SegmentSection.Rights, rights);
        Write(output, SegmentSection.FirstPassages, [.. firstPassages, PassageCount]);
        Write(output, SegmentSection.Sources, sources);
        Write(output, SegmentSection.SourceOffsets, [.. sourceOffsets, sources.Count]);
        output.Begin(SegmentSection.PassageDocuments);
        Write(output, SegmentSection.BodyLengths, bodyLengths);
        Write(output, SegmentSection.HeadlineLengths, documentHeadlineLengths);
    }

    /// <summary>
    /// Starts the postings, with bounds for the averages of these documents, which are recorded in <paramref name="info"/>.
    /// </summary>
    public PostingsWriter BeginPostings(SegmentOutput output, Bm25Weights weights, ref SegmentInfo info)
    {
        output.Begin(SegmentSection.Postings);
        info.BoundBody = Average(bodyLengths);
        info.BoundHeadline = Average(headlineLengths);
        info.BoundWeights = weights.Fingerprint;
        return new PostingsWriter(
            output,
            new Bm25Lengths(weights, info.BoundBody, info.BoundHeadline),
            [.. bodyLengths],
            [.. headlineLengths]
        );
    }

    private static double Average(List<byte> codes)
    {
        var sum = 0L;
        foreach (var code in codes)
            sum += LengthCode.Decode(code);
        return sum == 0 ? 1 : sum / (double)codes.Count;
    }

    private static void Write<T>(SegmentOutput output, SegmentSection section, List<T> column)
        where T : unmanaged
    {
        output.Begin(section);
        output.WriteColumn<T>(CollectionsMarshal.AsSpan(column));
    }
}
