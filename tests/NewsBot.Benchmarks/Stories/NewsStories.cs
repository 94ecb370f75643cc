using System.Diagnostics;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Benchmarks.Search;
using NewsBot.Newsroom.Stories;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Stories;

/// <summary>The 26,634 news articles, and what grouping them by day costs.</summary>
internal static class NewsStories
{
    public static IReadOnlyList<StoryArticle> Read()
    {
        StoryArticle[] articles =
        [
            .. NewsCorpus
                .Lines(Path.GetDirectoryName(SharedFolder.Require("eval/news/articles.jsonl.xz"))!)
                .Select(JsonLines.Parse<Line>)
                .Select(line => new StoryArticle
                {
                    Key = line.Source,
                    Text = string.IsNullOrEmpty(line.Headline) ? line.Text : line.Headline + "\n" + line.Text,
                    Day = line.Published is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null,
                }),
        ];
        return articles;
    }

    /// <summary>All at once, as the verb does it; then one after the other, each followed by a grouping of its day.</summary>
    public static string Measure(IReadOnlyList<StoryArticle> articles)
    {
        var clock = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        var groups = StoryBook.Group(articles);
        var whole = clock.Elapsed;
        var wholeUsed = Environment.CpuUsage.TotalTime - used;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;

        var times = new List<double>();
        var processor = new List<double>();
        var book = new StoryBook(_ => { });
        foreach (var article in articles.OrderBy(article => article.Day ?? DateOnly.MaxValue))
        {
            var start = Stopwatch.GetTimestamp();
            used = Environment.CpuUsage.TotalTime;
            book.Add(article);
            book.Place();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        times.Sort();
        processor.Sort();
        var copies = groups.Sum(group => group.Copies);
        var several = groups.Where(group => group.Articles.Count > 1).ToArray();
        return FormattableString.Invariant(
            $"""
            | articles | days | stories | of several articles | copies collapsed | all, s | processor s | peak memory, MB |
            |---|---|---|---|---|---|---|---|
            | {articles.Count} | {articles.DistinctBy(article =>
                article.Day
            ).Count()} | {groups.Count} | {several.Length} | {copies} | {whole.TotalSeconds:0.0} | {wholeUsed.TotalSeconds:0.0} | {peak
                / 1_000_000} |

            | one article, ms | p50 | p95 | p99 | most |
            |---|---|---|---|---|
            | by the clock | {At(times, 0.5):0.00} | {At(times, 0.95):0.00} | {At(times, 0.99):0.00} | {times[^1]:0.0} |
            | processor time | {At(processor, 0.5):0.00} | {At(processor, 0.95):0.00} | {At(processor, 0.99):0.00} | {processor[^1]:0.0} |

            """
        );

        static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
    }

    private sealed record Line(string Source, string? Headline, string Text, DateTimeOffset? Published);
}
