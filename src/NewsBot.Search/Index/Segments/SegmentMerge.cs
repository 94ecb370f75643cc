namespace NewsBot.Search.Index.Segments;

/// <summary>Writes the live documents of several segments into one.</summary>
/// <remarks>
/// Postings and tokens pass through buffers of a few kilobytes; only the columns and the vocabulary grow with the segments.
/// </remarks>
internal sealed class SegmentMerge
{
    private const int Gone = -1;

    private readonly IReadOnlyList<SegmentView> views;
    private readonly CancellationToken cancellationToken;
    private readonly DocumentColumns columns = new();
    private readonly List<string> terms = [];
    private readonly List<int> frequencies = [];
    private readonly int[][] passageMaps;
    private readonly int[][] termMaps;

    private SegmentMerge(IReadOnlyList<SegmentView> views, CancellationToken cancellationToken)
    {
        this.views = views;
        this.cancellationToken = cancellationToken;
        passageMaps = [.. views.Select(AddLiveDocuments)];
        termMaps = UniteTerms();
        for (var v = 0; v < views.Count; v++)
            CountTokens(views[v], termMaps[v]);
    }

    /// <summary>Writes the merged segment; its documents are in the order of the views.</summary>
    /// <param name="views">The views, with at least one live document in all.</param>
    /// <param name="stream">An empty stream.</param>
    /// <param name="weights">The weights that the bounds are for.</param>
    /// <param name="cancellationToken">Cancels the writing; the stream is then incomplete.</param>
    public static void Write(IReadOnlyList<SegmentView> views, Stream stream, Bm25Weights weights, CancellationToken cancellationToken) =>
        new SegmentMerge(views, cancellationToken).WriteTo(stream, weights);

    private void WriteTo(Stream stream, Bm25Weights weights)
    {
        var vocabulary = Vocabulary.Of(terms, frequencies);
        foreach (var map in termMaps)
        {
            foreach (ref var number in map.AsSpan())
                number = vocabulary.Numbers[number];
        }

        var output = new SegmentOutput(stream);
        columns.WriteTo(output);
        WriteHeadlineTokens(output);
        WriteBodyTokens(output);
        var info = new SegmentInfo
        {
            Documents = columns.DocumentCount,
            Passages = columns.PassageCount,
            Terms = vocabulary.Count,
        };
        var table = WritePostings(columns.BeginPostings(output, weights, ref info), vocabulary.Count);
        foreach (var line in table)
            info.Postings += line.Passages;
        output.Begin(SegmentSection.TermTable);
        output.WriteColumn<TermLine>(table);
        vocabulary.WriteTo(output);
        output.Begin(SegmentSection.Info);
        output.WriteColumn<SegmentInfo>([info]);
        output.Finish();
    }

    // Returns the passages' new numbers by their old ones.
    private int[] AddLiveDocuments(SegmentView view)
    {
        var segment = view.Segment;
        var map = new int[segment.PassageCount];
        Array.Fill(map, Gone);
        for (var document = 0; document < segment.DocumentCount; document++)
        {
            if (!view.IsLive(document))
                continue;
            var (first, end) = (segment.FirstPassages[document], segment.FirstPassages[document + 1]);
            columns.AddDocument(
                segment.Keys[document],
                segment.Owners[document],
                segment.PublishedDays[document],
                segment.Rights[document],
                segment.SourceOf(document),
                segment.HeadlineLengths[first]
            );
            for (var passage = first; passage < end; passage++)
                map[passage] = columns.AddPassage(segment.BodyLengths[passage]);
        }

        return map;
    }

    // Returns the terms' positions in the combined list by their numbers.
    private int[][] UniteTerms()
    {
        var positions = new Dictionary<string, int>();
        var maps = new int[views.Count][];
        for (var v = 0; v < maps.Length; v++)
        {
            maps[v] = new int[views[v].Segment.Info.Terms];
            var walk = new TermWalk(views[v].Segment, 0);
            while (walk.MoveNext())
            {
                var term = System.Text.Encoding.UTF8.GetString(walk.Term);
                if (!positions.TryGetValue(term, out var position))
                {
                    positions[term] = position = terms.Count;
                    terms.Add(term);
                    frequencies.Add(0);
                }

                maps[v][walk.Number] = position;
            }
        }

        return maps;
    }

    private void CountTokens(SegmentView view, int[] termMap)
    {
        var counts = new int[termMap.Length];
        for (var document = 0; document < view.Segment.DocumentCount; document++)
        {
            if (!view.IsLive(document))
                continue;
            Count(view.Segment.HeadlineTokens(document));
            for (var passage = view.Segment.FirstPassages[document]; passage < view.Segment.FirstPassages[document + 1]; passage++)
                Count(view.Segment.BodyTokens(passage));
        }

        for (var term = 0; term < counts.Length; term++)
            frequencies[termMap[term]] += counts[term];

        void Count(TokenStream tokens)
        {
            while (tokens.MoveNext())
                counts[tokens.Term]++;
        }
    }

    private void WriteHeadlineTokens(SegmentOutput output)
    {
        output.Begin(SegmentSection.HeadlineTokens);
        var writer = new TokenWriter(output);
        for (var v = 0; v < views.Count; v++)
        {
            for (var document = 0; document < views[v].Segment.DocumentCount; document++)
            {
                if (views[v].IsLive(document))
                    Copy(views[v].Segment.HeadlineTokens(document), termMaps[v], writer);
            }
        }

        writer.Finish(SegmentSection.HeadlineTokenLengths);
    }

    private void WriteBodyTokens(SegmentOutput output)
    {
        output.Begin(SegmentSection.BodyTokens);
        var writer = new TokenWriter(output);
        for (var v = 0; v < views.Count; v++)
        {
            for (var passage = 0; passage < passageMaps[v].Length; passage++)
            {
                if (passageMaps[v][passage] != Gone)
                    Copy(views[v].Segment.BodyTokens(passage), termMaps[v], writer);
            }
        }

        writer.Finish(SegmentSection.BodyTokenLengths);
    }

    private void Copy(TokenStream tokens, int[] termMap, TokenWriter writer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        writer.BeginText();
        while (tokens.MoveNext())
            writer.Add(termMap[tokens.Term], tokens.IsAfterGap);
    }

    private TermLine[] WritePostings(PostingsWriter writer, int termCount)
    {
        // By merged number: the term's number in each view.
        var numbers = new int[views.Count][];
        for (var v = 0; v < numbers.Length; v++)
        {
            numbers[v] = new int[termCount];
            Array.Fill(numbers[v], TermDictionary.Unknown);
            for (var term = 0; term < termMaps[v].Length; term++)
            {
                if (termMaps[v][term] != TermDictionary.Unknown)
                    numbers[v][termMaps[v][term]] = term;
            }
        }

        var cursor = new PostingCursor();
        var table = new TermLine[termCount];
        for (var term = 0; term < termCount; term++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var v = 0; v < views.Count; v++)
            {
                if (numbers[v][term] != TermDictionary.Unknown)
                    Copy(cursor, views[v].Segment, numbers[v][term], passageMaps[v], writer);
            }

            table[term] = writer.EndTerm();
        }

        return table;
    }

    private static void Copy(PostingCursor cursor, Segment segment, int term, int[] passageMap, PostingsWriter writer)
    {
        cursor.Start(segment.Part(SegmentSection.Postings), segment.Terms[term]);
        for (var block = 0; block < cursor.BlockCount; block++)
        {
            cursor.Load(block);
            cursor.LoadFrequencies();
            for (var i = 0; i < cursor.InBlock; i++)
            {
                var passage = passageMap[cursor.Passages[i]];
                if (passage != Gone)
                    writer.Add(passage, (int)cursor.InBodies[i], (int)cursor.InHeadlines[i]);
            }
        }
    }
}
