using System.Diagnostics;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>How well and how fast the passage index finds the relevant articles of judged collections.</summary>
internal static class RetrievalBenchmark
{
    /// <summary>Prints one line for each collection and way of cutting; 0, or 2 when there is nothing to measure.</summary>
    public static int Run(IReadOnlyList<string> folders)
    {
        if (folders.Count == 0 && SharedFolder.Path is { } shared)
            folders = Directory.GetDirectories(Path.Combine(shared, "eval", "retrieval"));
        if (folders.Count == 0)
        {
            Console.Error.WriteLine("No collection: name a folder with articles.jsonl and queries.jsonl, or set NEWSBOT_SHARED.");
            return 2;
        }

        Console.WriteLine("collection  cut        nDCG@10  MAP@100  index ms  query ms (median)");
        foreach (var collection in folders.Order(StringComparer.Ordinal).Select(JudgedCollection.Read))
        {
            Measure(collection, "article", text => [text]);
            Measure(collection, "passages", text => PassageCutter.Cut(text, 900));
        }

        return 0;
    }

    private static void Measure(JudgedCollection collection, string cut, Func<string, IReadOnlyList<string>> passagesOf)
    {
        var documents = collection
            .Articles.Select(
                (article, number) =>
                    new IndexDocument
                    {
                        Key = number,
                        Source = article.Source,
                        Headline = article.Headline ?? "",
                        Passages = passagesOf(article.Text),
                    }
            )
            .ToList();
        var index = new InMemoryPassageIndex();
        var clock = Stopwatch.StartNew();
        index.Apply([], documents);
        var indexing = clock.Elapsed;

        var (gains, precisions, times) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var query in collection.Queries)
        {
            clock.Restart();
            var hits = index.Search(new PassageQuery { Text = query.Query, Top = 1000 });
            times.Add(clock.Elapsed.TotalMilliseconds);
            var ranking = hits.Select(hit => collection.Articles[(int)hit.Document].Source).Distinct().ToList();
            var relevant = query.Relevant.ToHashSet();
            gains.Add(RankingMeasures.Ndcg10(ranking, relevant));
            precisions.Add(RankingMeasures.AveragePrecision100(ranking, relevant));
        }

        times.Sort();
        Console.WriteLine(
            $"{collection.Name, -11} {cut, -9} {gains.Average(), 8:F4} {precisions.Average(), 8:F4} {indexing.TotalMilliseconds, 9:F0} {times[times.Count / 2], 9:F3}"
        );
    }
}
