using System.Diagnostics;
using System.Text;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>How well and how fast the index finds the passage with the answer to a news-quiz question among all news articles.</summary>
/// <remarks>A hit is a passage of one of the question's articles that contains the answer, headline included, after folding to letters and digits.</remarks>
internal static class NewsBenchmark
{
    private const int MaxPassageChars = 900;

    /// <summary>Prints hit rates, mean reciprocal rank and times; 0, or 2 when there is nothing to measure.</summary>
    /// <param name="folder">With questions.jsonl and articles.jsonl.xz, which the program xz unpacks; null: that of the shared folder.</param>
    public static int Run(string? folder)
    {
        folder ??= SharedFolder.Path is { } shared ? Path.Combine(shared, "eval", "news") : null;
        if (folder is null)
        {
            Console.Error.WriteLine("No news: name a folder with articles.jsonl.xz and questions.jsonl, or set NEWSBOT_SHARED.");
            return 2;
        }

        var articles = ReadArticles(Path.Combine(folder, "articles.jsonl.xz"));
        var questions = JsonLines.ReadFile<Question>(Path.Combine(folder, "questions.jsonl"));
        Measure(articles, questions);
        return 0;
    }

    private static void Measure(List<IndexDocument> articles, List<Question> questions)
    {
        var memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
        var index = new InMemoryPassageIndex();
        var clock = Stopwatch.StartNew();
        foreach (var batch in articles.Chunk(1000))
            index.Apply([], batch);
        var indexing = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - memoryBefore;

        var (ranks, times) = (new List<int>(), new List<double>());
        foreach (var question in questions)
        {
            clock.Restart();
            var hits = index.Search(new PassageQuery { Text = question.Text, Top = 10, AsOf = question.AsOf.AddDays(3) });
            times.Add(clock.Elapsed.TotalMilliseconds);
            var answer = Fold(question.Answer);
            var right = question.Articles.ToHashSet();
            ranks.Add(1 + hits.ToList().FindIndex(hit => IsRight(articles[(int)hit.Document], hit.Passage, right, answer)));
        }

        times.Sort();
        Console.WriteLine($"articles {index.DocumentCount:N0}, passages {index.PassageCount:N0}: indexed in {indexing.TotalSeconds:F1} s, {memory / 1e6:F0} MB");
        Console.WriteLine($"hit@1 {Share(ranks, 1):F4}  hit@4 {Share(ranks, 4):F4}  hit@10 {Share(ranks, 10):F4}  MRR@10 {ranks.Average(rank => rank is > 0 and <= 10 ? 1.0 / rank : 0):F4}"
            + $"  query ms median {times[times.Count / 2]:F2}, 99th percentile {times[times.Count * 99 / 100]:F2}");
        MeasureWrites(index, articles);
    }

    private static void MeasureWrites(InMemoryPassageIndex index, List<IndexDocument> articles)
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

    private static double Share(List<int> ranks, int within) => ranks.Count(rank => rank > 0 && rank <= within) / (double)ranks.Count;

    private static bool IsRight(IndexDocument article, int passage, HashSet<string> right, string answer) =>
        right.Contains(article.Source) && Fold(article.Headline + " " + article.Passages[passage]).Contains(answer, StringComparison.Ordinal);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().Trim();
    }

    private static List<IndexDocument> ReadArticles(string file)
    {
        using var unpacking = Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var articles = JsonLines.Read<NewsArticle>(unpacking.StandardOutput).Select((article, number) => new IndexDocument
        {
            Key = number,
            Source = article.Source,
            Headline = article.Headline ?? "",
            Published = article.Published is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null,
            Passages = PassageCutter.Cut(article.Text, MaxPassageChars),
        }).ToList();
        unpacking.WaitForExit();
        return articles;
    }

    private sealed record NewsArticle(string Source, string? Headline, string Text, DateTimeOffset? Published);

    private sealed record Question(string Id, [property: System.Text.Json.Serialization.JsonPropertyName("question")] string Text, DateOnly AsOf, string Answer, IReadOnlyList<string> Articles);
}
