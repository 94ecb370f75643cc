using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Represents documents with their passages, terms and postings, read in place from a file or from memory. Immutable, thread-safe.
/// </summary>
internal sealed class Segment
{
    /// <summary>Specifies the value for a document without a date in <see cref="PublishedDays"/>.</summary>
    public const int NoDay = int.MinValue;

    private const long NotStored = -1;

    private readonly ReadOnlyMemory<byte>[] parts;

    // Columns that are quickly derived from stored ones are not stored: they would be a tenth of the file's small parts.
    private readonly int[] passageDocuments;
    private readonly byte[] headlineLengths;
    private readonly int[] headlineStarts;
    private readonly int[] bodyStarts;

    /// <summary>Creates a segment over checked bytes: sections at even positions, the padding after each at odd ones.</summary>
    internal Segment(ReadOnlyMemory<byte>[] parts, uint checksum, long fileLength, long fileNumber = NotStored)
    {
        this.parts = parts;
        (Checksum, FileLength, FileNumber) = (checksum, fileLength, fileNumber);
        Info = MemoryMarshal.Read<SegmentInfo>(Bytes(SegmentSection.Info));
        passageDocuments = new int[Info.Passages];
        NewestDay = NoDay;
        foreach (var day in PublishedDays)
            NewestDay = Math.Max(NewestDay, day);
        (passageDocuments, headlineLengths) = (new int[Info.Passages], new byte[Info.Passages]);
        var firsts = FirstPassages;
        var lengths = Bytes(SegmentSection.HeadlineLengths);
        for (var document = 0; document < Info.Documents; document++)
        {
            passageDocuments.AsSpan(firsts[document]..firsts[document + 1]).Fill(document);
            headlineLengths.AsSpan(firsts[document]..firsts[document + 1]).Fill(lengths[document]);
        }

        headlineStarts = Starts(Bytes(SegmentSection.HeadlineTokenLengths), Info.Documents);
        bodyStarts = Starts(Bytes(SegmentSection.BodyTokenLengths), Info.Passages);
    }

    /// <summary>Gets the last of <see cref="PublishedDays"/>; <see cref="NoDay"/> when no document has one.</summary>
    public int NewestDay { get; }

    /// <summary>Gets the counts and averages.</summary>
    public SegmentInfo Info { get; }

    /// <summary>Gets a value indicating whether the bytes are those of a file.</summary>
    public bool IsStored => FileNumber != NotStored;

    /// <summary>Gets the number of the file.</summary>
    public long FileNumber { get; }

    /// <summary>Gets the length of the file in bytes.</summary>
    public long FileLength { get; }

    /// <summary>Gets the checksum of the table of sections.</summary>
    public uint Checksum { get; }

    /// <summary>Gets the number of documents, including removed ones.</summary>
    public int DocumentCount => Info.Documents;

    /// <summary>Gets the number of passages, including those of removed documents.</summary>
    public int PassageCount => Info.Passages;

    /// <summary>Gets the total size of all sections in bytes.</summary>
    public long ByteCount => parts.Sum(part => (long)part.Length);

    /// <summary>Gets the callers' keys, by document.</summary>
    public ReadOnlySpan<long> Keys => Column<long>(SegmentSection.DocumentKeys);

    /// <summary>Gets the <see cref="IndexDocument.Owner"/>, by document.</summary>
    public ReadOnlySpan<long> Owners => Column<long>(SegmentSection.Owners);

    /// <summary>Gets the <see cref="DateOnly.DayNumber"/> of the publication, by document, or <see cref="NoDay"/>.</summary>
    public ReadOnlySpan<int> PublishedDays => Column<int>(SegmentSection.PublishedDays);

    /// <summary>Gets the <see cref="IndexDocument.RightsClass"/>, by document.</summary>
    public ReadOnlySpan<byte> Rights => Bytes(SegmentSection.Rights);

    /// <summary>Gets the first passage, by document, with the number of passages as the last element.</summary>
    public ReadOnlySpan<int> FirstPassages => Column<int>(SegmentSection.FirstPassages);

    /// <summary>Gets the document, by passage.</summary>
    public ReadOnlySpan<int> PassageDocuments => passageDocuments;

    /// <summary>Gets the <see cref="LengthCode"/> of the body, by passage.</summary>
    public ReadOnlySpan<byte> BodyLengths => Bytes(SegmentSection.BodyLengths);

    /// <summary>Gets the <see cref="LengthCode"/> of the headline, by passage.</summary>
    public ReadOnlySpan<byte> HeadlineLengths => headlineLengths;

    /// <summary>Gets the number of passages with the term and the start in <see cref="SegmentSection.Postings"/>, by term.</summary>
    public ReadOnlySpan<TermLine> Terms => Column<TermLine>(SegmentSection.TermTable);

    /// <summary>Gets the term dictionary.</summary>
    public TermDictionary Dictionary => new(this);

    /// <summary>Returns the bytes of a section, which may be stored.</summary>
    public ReadOnlyMemory<byte> Part(SegmentSection section) => parts[(int)section * 2];

    /// <summary>Returns the bytes of a section.</summary>
    public ReadOnlySpan<byte> Bytes(SegmentSection section) => parts[(int)section * 2].Span;

    /// <summary>Returns a section as a column of numbers.</summary>
    public ReadOnlySpan<T> Column<T>(SegmentSection section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));

    /// <summary>Returns the source of a document.</summary>
    public string SourceOf(int document) => Encoding.UTF8.GetString(SourceBytes(document));

    /// <summary>Returns the source of a document in UTF-8.</summary>
    public ReadOnlySpan<byte> SourceBytes(int document)
    {
        var offsets = Column<int>(SegmentSection.SourceOffsets);
        return Bytes(SegmentSection.Sources)[offsets[document]..offsets[document + 1]];
    }

    /// <summary>Returns the tokens of a passage's body.</summary>
    public TokenStream BodyTokens(int passage) => new(Bytes(SegmentSection.BodyTokens)[bodyStarts[passage]..bodyStarts[passage + 1]]);

    /// <summary>Returns the tokens of a document's headline.</summary>
    public TokenStream HeadlineTokens(int document) =>
        new(Bytes(SegmentSection.HeadlineTokens)[headlineStarts[document]..headlineStarts[document + 1]]);

    private static int[] Starts(ReadOnlySpan<byte> lengths, int count)
    {
        var starts = new int[count + 1];
        var position = 0;
        for (var text = 0; text < count; text++)
            starts[text + 1] = starts[text] + (int)VarInt.Read(lengths, ref position);
        return starts;
    }
}
