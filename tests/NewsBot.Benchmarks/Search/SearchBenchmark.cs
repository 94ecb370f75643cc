using System.Diagnostics;
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
        text.AppendLine("Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- search`; what is measured and how stands in that project.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}.");
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
        text.AppendLine("Queries: the news questions, top 10, one thread, milliseconds after a warm-up; the last column is processor time, which other work on the machine disturbs least. \"Terms\" is the disjunction of the question's words, as Lucene's; \"ranked\" is what readers get.").AppendLine();
        text.AppendLine("| corpus | engine | build s (processor) | size MB | of the text | p50 | p95 | p99 | processor, mean |").AppendLine("|---|---|---|---|---|---|---|---|---|");
        var anatomy = "";
        foreach (var factor in factors)
        {
            var corpus = factor == 1 ? news : news.Times(factor);
            var textBytes = corpus.TextBytes;
            if (LucenePeer.Run(corpus, Rounds) is { } peer)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {factor}× | Lucene 8.7 | {peer.BuildSeconds:F1} ({peer.BuildCpuSeconds:F1}) | {peer.Bytes / 1e6:F0} | {100.0 * peer.Bytes / textBytes:F0} % | {peer.P50:F2} | {peer.P95:F2} | {peer.P99:F2} | {peer.CpuMilliseconds:F2} |");
                if (factor == 1)
                    text.Insert(text.ToString().IndexOf("## Time", StringComparison.Ordinal), $"Lucene on the news questions, hit@1 / @4 / @10 / MRR@10: {PeerRates(news, peer)}.\n\n");
            }

            anatomy = Ours(corpus, factor, textBytes, text);
        }

        text.AppendLine().AppendLine("Where the bytes are, in the last of these (sections of half a percent of the text or more):").AppendLine().Append(anatomy);
    }

    private static string Ours(NewsCorpus corpus, int factor, long textBytes, StringBuilder text)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-search-");
        try
        {
            var clock = Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            using (var index = StoredPassageIndex.Open(folder.FullName))
            {
                foreach (var batch in corpus.Articles.Chunk(2048))
                    index.Apply([], batch);
                index.Commit(1);
                index.WaitForMerges();
            }

            var build = clock.Elapsed.TotalSeconds;
            var buildProcessor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
            var bytes = folder.GetFiles().Sum(file => file.Length);
            clock.Restart();
            using var opened = StoredPassageIndex.Open(folder.FullName);
            var opening = clock.Elapsed.TotalMilliseconds;
            var terms = Times(corpus.Questions, question => opened.Snapshot.FindCandidates(new PassageQuery { Text = question.Text }, 10));
            Row("terms", terms);
            Row("ranked", Times(corpus.Questions, question => opened.Search(new PassageQuery { Text = question.Text })));
            Console.Error.WriteLine(FormattableString.Invariant($"{factor}x: {opened.PassageCount:N0} passages in {opened.Snapshot.Views.Count} segments, opened and checked in {opening:F0} ms"));
            return IndexAnatomy.Of(opened, textBytes);

            void Row(string what, (List<double> Times, double Processor) measured) => text.AppendLine(CultureInfo.InvariantCulture,
                $"| {factor}× | NewsBot, {what} | {build:F1} ({buildProcessor:F1}) | {bytes / 1e6:F0} | {100.0 * bytes / textBytes:F0} % | {At(measured.Times, .5):F2} | {At(measured.Times, .95):F2} | {At(measured.Times, .99):F2} | {measured.Processor:F2} |");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (List<double> Times, double Processor) Times(IReadOnlyList<NewsCorpus.Question> questions, Func<NewsCorpus.Question, object?> search)
    {
        var times = new List<double>();
        var processor = TimeSpan.Zero;
        for (var round = -Rounds; round < Rounds; round++)
        {
            if (round == 0)
                processor = Environment.CpuUsage.TotalTime;
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                search(question);
                if (round >= 0)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var mean = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count;
        times.Sort();
        return (times, mean);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static HitRates PeerRates(NewsCorpus news, LucenePeer.Result peer)
    {
        var places = news.Articles.SelectMany((article, number) => Enumerable.Range(0, article.Passages.Count).Select(passage => (number, passage))).ToArray();
        return HitRates.Of([.. news.Questions.Select((question, number) => news.RankOf(question, peer.Hits[number].Select(hit => places[hit])))]);
    }

    private static void Ablations(NewsCorpus news, IReadOnlyList<JudgedCollection> collections, StringBuilder text)
    {
        text.AppendLine().AppendLine("## Ranking").AppendLine();
        text.AppendLine("What each part is worth: all parts, then all but one. News: hit@1 / @4 / @10 / MRR@10, articles up to three days after the question's date are seen. Collections: nDCG@10 of articles, by passages of at most 900 characters.").AppendLine();
        text.AppendLine("| ranking | news | " + string.Join(" | ", collections.Select(collection => collection.Name)) + " |").AppendLine("|---|---|" + string.Concat(collections.Select(_ => "---|")));
        var all = new RankingWeights();
        var index = new InMemoryPassageIndex();
        foreach (var batch in news.Articles.Chunk(4096))
            index.Apply([], batch);
        foreach (var (name, ranking) in new (string, RankingWeights)[]
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
        })
        {
            var row = new List<string> { name, NewsRates(news, index.Snapshot, ranking).ToString() };
            row.AddRange(collections.Select(collection => Ndcg(collection, ranking).ToString("F3", CultureInfo.InvariantCulture)));
            text.AppendLine("| " + string.Join(" | ", row) + " |");
        }
    }

    private static HitRates NewsRates(NewsCorpus news, IndexSnapshot index, RankingWeights ranking)
    {
        var snapshot = index.With(ranking);
        return HitRates.Of([.. news.Questions.Select(question => news.RankOf(
            question, snapshot.Search(new PassageQuery { Text = question.Text, AsOf = question.LastDay }).Select(hit => ((int)hit.Document, hit.Passage))))]);
    }

    private static double Ndcg(JudgedCollection collection, RankingWeights ranking)
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [.. collection.Documents()]);
        var snapshot = index.Snapshot.With(ranking);
        return collection.Queries.Average(query => RankingMeasures.Ndcg10(
            snapshot.Search(new PassageQuery { Text = query.Query, Top = 200 }).Select(hit => collection.Articles[(int)hit.Document].Source).Distinct(), query.Relevant.ToHashSet()));
    }
}
