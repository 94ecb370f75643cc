using System.Diagnostics;
using NewsBot.Benchmarks.Search;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>How well and how fast the index finds the passage with the answer to a news-quiz question among all news articles.</summary>
/// <remarks>
/// A hit is a passage of one of the question's articles that contains the answer, headline included, after folding to letters and digits.
/// </remarks>
internal static class NewsBenchmark
{
    /// <summary>Prints hit rates, mean reciprocal rank and times; 0, or 2 when there is nothing to measure.</summary>
    /// <param name="folder">With questions.jsonl and articles.jsonl.xz, which the program xz unpacks; null: that of the shared
    /// folder.</param>
    public static int Run(string? folder)
    {
        folder ??= SharedFolder.Path is { } shared ? Path.Combine(shared, "eval", "news") : null;
        if (folder is null)
        {
            Console.Error.WriteLine("No news: name a folder with articles.jsonl.xz and questions.jsonl, or set NEWSBOT_SHARED.");
            return 2;
        }

        Measure(NewsCorpus.Read(folder));
        return 0;
    }

    private static void Measure(NewsCorpus news)
    {
        var memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
        var index = new InMemoryPassageIndex();
        var clock = Stopwatch.StartNew();
        foreach (var batch in news.Articles.Chunk(1000))
            index.Apply([], batch);
        var indexing = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - memoryBefore;

        var (ranks, times) = (new List<int>(), new List<double>());
        foreach (var question in news.Questions)
        {
            clock.Restart();
            var hits = index.Search(
                new PassageQuery
                {
                    Text = question.Text,
                    Top = 10,
                    AsOf = question.LastDay,
                }
            );
            times.Add(clock.Elapsed.TotalMilliseconds);
            ranks.Add(news.RankOf(question, hits.Select(hit => ((int)hit.Document, hit.Passage))));
        }

        times.Sort();
        Console.WriteLine(
            $"articles {index.DocumentCount:N0}, passages {index.PassageCount:N0}: indexed in {indexing.TotalSeconds:F1} s, {memory / 1e6:F0} MB"
        );
        Console.WriteLine(
            $"hit@1 / @4 / @10 / MRR@10 {HitRates.Of(ranks)}  query ms median {times[times.Count / 2]:F2}, 99th percentile {times[times.Count * 99 / 100]:F2}"
        );
        MeasureWrites(index, news.Articles);
    }

    private static void MeasureWrites(InMemoryPassageIndex index, IReadOnlyList<IndexDocument> articles)
    {
        var times = new List<double>();
        foreach (var article in articles.Take(1000))
        {
            var clock = Stopwatch.StartNew();
            index.Apply([], [article]);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"replacing one article: ms median {times[times.Count / 2]:F2}, slowest {times[^1]:F0}");
    }
}
