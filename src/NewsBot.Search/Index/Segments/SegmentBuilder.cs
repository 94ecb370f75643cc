using System.Runtime.InteropServices;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Index.Segments;

/// <summary>Analyses documents and writes them into one segment. Not thread-safe.</summary>
internal sealed class SegmentBuilder
{
    private const int StopWord = -1;

    private readonly DocumentColumns columns = new();
    private readonly List<int> headlineTokens = [];
    private readonly List<int> headlineEnds = [];
    private readonly List<int> bodyTokens = [];
    private readonly List<int> bodyEnds = [];
    private readonly List<int> frequencies = [];

    private readonly Dictionary<string, int> terms = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> termLookup;

    // Folding and stemming cost more than a look-up, and most words of a text have occurred before.
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordLookup;

    /// <summary>Creates an empty segment.</summary>
    public SegmentBuilder()
    {
        termLookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        wordLookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the number of documents so far.</summary>
    public int DocumentCount => columns.DocumentCount;

    /// <summary>Gets the number of terms in headlines and bodies so far, including repeated ones.</summary>
    public int TokenCount => headlineTokens.Count + bodyTokens.Count;

    /// <summary>Adds a document; one without passages is left out.</summary>
    public void Add(IndexDocument document)
    {
        if (document.Passages.Count == 0)
            return;
        var headlineLength = AddTokens(document.Headline, headlineTokens, headlineEnds);
        columns.AddDocument(
            document.Key,
            document.Owner,
            document.Published?.DayNumber ?? Segment.NoDay,
            document.RightsClass,
            document.Source,
            LengthCode.Encode(headlineLength)
        );
        foreach (var passage in document.Passages)
            columns.AddPassage(LengthCode.Encode(AddTokens(passage, bodyTokens, bodyEnds)));
    }

    /// <summary>Writes the segment.</summary>
    public void WriteTo(Stream stream, Bm25Weights weights)
    {
        var vocabulary = Vocabulary.Of(terms.Keys, frequencies);
        Renumber(headlineTokens, vocabulary.Numbers);
        Renumber(bodyTokens, vocabulary.Numbers);

        var output = new SegmentOutput(stream);
        columns.WriteTo(output);
        WriteTokens(output, SegmentSection.HeadlineTokens, headlineTokens, headlineEnds);
        WriteTokens(output, SegmentSection.BodyTokens, bodyTokens, bodyEnds);
        var info = new SegmentInfo
        {
            Documents = columns.DocumentCount,
            Passages = columns.PassageCount,
            Terms = vocabulary.Count,
        };
        var postings = columns.BeginPostings(output, weights, ref info);
        var termTable = WritePostings(postings, vocabulary.Count, ref info);
        output.Begin(SegmentSection.TermTable);
        output.WriteColumn<TermLine>(termTable);
        vocabulary.WriteTo(output);
        output.Begin(SegmentSection.Info);
        output.WriteColumn<SegmentInfo>([info]);
        output.Finish();
    }

    private static void Renumber(List<int> tokens, int[] numbers)
    {
        foreach (ref var token in CollectionsMarshal.AsSpan(tokens))
            token = (numbers[token >> 1] << 1) | (token & 1);
    }

    private static void WriteTokens(SegmentOutput output, SegmentSection section, List<int> tokens, List<int> ends)
    {
        output.Begin(section);
        var writer = new TokenWriter(output);
        var next = 0;
        foreach (var end in ends)
        {
            writer.BeginText();
            for (; next < end; next++)
                writer.Add(tokens[next] >> 1, (tokens[next] & 1) != 0);
        }

        writer.Finish(section + 1);
    }

    private TermLine[] WritePostings(PostingsWriter postings, int termCount, ref SegmentInfo info)
    {
        var layout = new PostingLayout(termCount);
        ForEachPassageTerm(layout.Count);
        layout.Allocate();
        ForEachPassageTerm(layout.Add);

        var table = new TermLine[termCount];
        for (var term = 0; term < termCount; term++)
        {
            for (var posting = layout.FirstOf(term); posting < layout.FirstOf(term + 1); posting++)
                postings.Add(layout.Passages[posting], layout.InBodies[posting], layout.InHeadlines[posting]);
            table[term] = postings.EndTerm();
        }

        info.Postings = layout.Passages.Length;
        return table;
    }

    private void ForEachPassageTerm(Action<int, int, bool> act)
    {
        var (body, headline, document, headlineStart) = (0, 0, -1, 0);
        for (var passage = 0; passage < bodyEnds.Count; passage++)
        {
            for (; body < bodyEnds[passage]; body++)
                act(bodyTokens[body] >> 1, passage, false);
            if (columns.DocumentOf(passage) != document)
            {
                document = columns.DocumentOf(passage);
                headlineStart = document == 0 ? 0 : headlineEnds[document - 1];
            }

            for (headline = headlineStart; headline < headlineEnds[document]; headline++)
                act(headlineTokens[headline] >> 1, passage, true);
        }
    }

    // Returns the number of terms.
    private int AddTokens(string text, List<int> tokens, List<int> ends)
    {
        var start = tokens.Count;
        var hasLowerCase = text.AsSpan().ContainsAnyInRange('a', 'z');
        var gap = 0;
        foreach (var word in WordTokenizer.Enumerate(text))
        {
            var term = TermOf(text.AsSpan(word.Start, word.Length), hasLowerCase);
            if (term == StopWord)
            {
                gap = 1;
                continue;
            }

            tokens.Add((term << 1) | gap);
            CollectionsMarshal.AsSpan(frequencies)[term]++;
            gap = 0;
        }

        ends.Add(tokens.Count);
        return tokens.Count - start;
    }

    private int TermOf(ReadOnlySpan<char> word, bool inMixedCase)
    {
        // Whether a short word is a stop word depends on the text around it.
        var isCached = word.Length is > 3 and <= TextAnalyzer.MaxWordLength;
        if (isCached && wordLookup.TryGetValue(word, out var known))
            return known;
        Span<char> buffer = stackalloc char[TextAnalyzer.MaxWordLength * TermFolding.MaxExpansion];
        var length = TextAnalyzer.TermOf(word, inMixedCase, buffer, out var isStopWord);
        var term = isStopWord || length == 0 ? StopWord : NumberOf(buffer[..length]);
        if (isCached)
            wordLookup[word] = term;
        return term;
    }

    private int NumberOf(ReadOnlySpan<char> term)
    {
        if (!termLookup.TryGetValue(term, out var number))
        {
            number = terms.Count;
            termLookup[term] = number;
            frequencies.Add(0);
        }

        return number;
    }
}
