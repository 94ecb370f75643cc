using System.Globalization;
using System.Text;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Ranking;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Search;

/// <summary>The index beside Lucene: ranking, time, size. Writes the report as Markdown.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 2;

    /// <summary>Runs all; 0, or 2 when there is nothing to measure.</summary>
    /// <param name="report">The file to write.</param>
    /// <param name="factors">Sizes of the corpus, in times the news articles; 1 comes first.</param>
    /// <param name="today">For the report.</param>
    public static int Run(string report, IReadOnlyList<int> factors, DateOnly today)
    {
        if (SharedFolder.Path is not { } shared)
        {
            Console.Error.WriteLine("No news: set NEWSBOT_SHARED to the folder with eval/news.");
            return 2;
        }

        var text = new StringBuilder();
        text.AppendLine("# Search benchmarks").AppendLine();
        text.AppendLine(
                "Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- search`, whose source describes the measurements."
            )
            .AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{today:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}."
        );
        var news = NewsCorpus.Read(Path.Combine(shared, "eval", "news"));
        Speed(news, factors, text);
        Ablations(news, JudgedCollection.ReadAll(Path.Combine(shared, "eval", "retrieval")), text);
        File.WriteAllText(report, text.ToString().ReplaceLineEndings("\n"));
        Console.WriteLine(text);
        return 0;
    }

    private static void Speed(NewsCorpus news, IReadOnlyList<int> factors, StringBuilder text)
    {
        text.AppendLine().AppendLine("## Time and size").AppendLine();
        text.AppendLine(
            "Queries: the news questions, top 10, one thread, milliseconds after a warm-up. The last column is processor time, which other work on"
        );
        text.AppendLine(
                "the machine disturbs least. “Terms” is the disjunction of the question's words, as in Lucene; “ranked” is the ranking that readers get."
            )
            .AppendLine();
        text.AppendLine("| corpus | engine | build s (processor) | size MB | of the text | p50 | p95 | p99 | processor, mean |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        var (anatomy, curve) = ("", new List<SizedTimes>());
        foreach (var factor in factors)
        {
            var peer = LucenePeer.Run(news, factor, Rounds);
            var ours = OwnIndex.Measure(news, factor, Rounds);
            if (peer is not null)
                Row(
                    "Lucene 8.7",
                    peer.BuildSeconds,
                    peer.BuildCpuSeconds,
                    peer.Bytes,
                    new QueryTimes(peer.P50, peer.P95, peer.P99, peer.CpuMilliseconds)
                );
            if (peer is not null && factor == 1)
                text.Insert(
                    text.ToString().IndexOf("## Time", StringComparison.Ordinal),
                    $"Lucene on the news questions, hit@1 / @4 / @10 / MRR@10: {PeerRates(news, peer)}.\n\n"
                );
            Row("NewsBot, terms", ours.BuildSeconds, ours.BuildProcessorSeconds, ours.Bytes, ours.Terms);
            Row("NewsBot, ranked", ours.BuildSeconds, ours.BuildProcessorSeconds, ours.Bytes, ours.Ranked);
            Console.Error.WriteLine(
                FormattableString.Invariant(
                    $"{factor}x: {ours.Passages:N0} passages in {ours.Segments} segments, opened and checked in {ours.OpenMilliseconds:F0} ms"
                )
            );
            anatomy = ours.Anatomy;
            curve.Add(new SizedTimes(factor, ours.Passages, peer?.P50, ours.Terms.P50, ours.Ranked.P50));

            void Row(string engine, double build, double buildProcessor, long bytes, QueryTimes times)
            {
                var row = string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {factor}× | {engine} | {build:F1} ({buildProcessor:F1}) | {bytes / 1e6:F0} | {100.0 * bytes / ours.TextBytes:F0} % | {times.P50:F2} | {times.P95:F2} | {times.P99:F2} | {times.Processor:F2} |"
                );
                Console.Error.WriteLine(row);
                text.AppendLine(row);
            }
        }

        text.AppendLine()
            .AppendLine("The largest sections of the last index (half a percent of the text or more):")
            .AppendLine()
            .Append(anatomy);
        if (curve.Count > 1)
            text.Append(SizedTimes.Curve(curve));
    }

    private static HitRates PeerRates(NewsCorpus news, LucenePeer.Result peer)
    {
        var places = news
            .Articles.SelectMany((article, number) => Enumerable.Range(0, article.Passages.Count).Select(passage => (number, passage)))
            .ToArray();
        return HitRates.Of([
            .. news.Questions.Select((question, number) => news.RankOf(question, peer.Hits[number].Select(hit => places[hit]))),
        ]);
    }

    private static void Ablations(NewsCorpus news, IReadOnlyList<JudgedCollection> collections, StringBuilder text)
    {
        text.AppendLine().AppendLine("## Ranking").AppendLine();
        text.AppendLine(
            "What each part is worth: all parts, then all but one. News: hit@1 / @4 / @10 / MRR@10, on articles up to three days after the question's"
        );
        text.AppendLine("date. Collections: nDCG@10 of articles, by passages of at most 900 characters.").AppendLine();
        text.AppendLine("| ranking | news | " + string.Join(" | ", collections.Select(collection => collection.Name)) + " |")
            .AppendLine("|---|---|" + string.Concat(collections.Select(_ => "---|")));
        var all = new RankingWeights();
        var index = new InMemoryPassageIndex();
        foreach (var batch in news.Articles.Chunk(4096))
            index.Apply([], batch);
        foreach (
            var (name, ranking) in new (string, RankingWeights)[]
            {
                ("all", all),
                ("without neighbouring terms", all.Without(Sign.Pairs)),
                ("without lead", all.Without(Sign.Lead)),
                ("without the article", all.Without(Sign.ArticleCoverage, Sign.ArticleScore)),
                ("without the headline's coverage", all.Without(Sign.HeadlineCoverage)),
                ("without feedback (RM3)", all.Without(Sign.Feedback, Sign.TopicFeedback)),
                ("without the date", all.Without(Sign.Fresh, Sign.Background)),
                ("without spellings", all with { Spellings = 0 }),
                ("terms alone (BM25F)", all.Without(Enum.GetValues<Sign>()) with { Spellings = 0 }),
            }
        )
        {
            var row = new List<string> { name, NewsRates(news, index.Snapshot, ranking).ToString() };
            row.AddRange(collections.Select(collection => Ndcg(collection, ranking).ToString("F3", CultureInfo.InvariantCulture)));
            text.AppendLine("| " + string.Join(" | ", row) + " |");
        }
    }

    private static HitRates NewsRates(NewsCorpus news, IndexSnapshot index, RankingWeights ranking)
    {
        var snapshot = index.With(ranking);
        return HitRates.Of([
            .. news.Questions.Select(question =>
                news.RankOf(
                    question,
                    snapshot
                        .Search(new PassageQuery { Text = question.Text, AsOf = question.LastDay })
                        .Select(hit => ((int)hit.Document, hit.Passage))
                )
            ),
        ]);
    }

    private static double Ndcg(JudgedCollection collection, RankingWeights ranking)
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [.. collection.Documents()]);
        var snapshot = index.Snapshot.With(ranking);
        return collection.Queries.Average(query =>
            RankingMeasures.Ndcg10(
                snapshot
                    .Search(new PassageQuery { Text = query.Query, Top = 200 })
                    .Select(hit => collection.Articles[(int)hit.Document].Source)
                    .Distinct(),
                query.Relevant.ToHashSet()
            )
        );
    }
}
