using System.Diagnostics;
using System.Text;
using NewsBot.Benchmarks.Retrieval;
using NewsBot.Search.Index;

namespace NewsBot.Benchmarks.Search;

/// <summary>News articles with the questions that some of them answer.</summary>
/// <remarks>
/// A hit is a passage of one of the question's articles that contains the answer, headline included, after folding to letters and digits.
/// </remarks>
internal sealed record NewsCorpus
{
    private const int MaxPassageChars = 900;

    /// <summary>The articles; keys count from 0.</summary>
    public required IReadOnlyList<IndexDocument> Articles { get; init; }

    /// <summary>The questions.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Reads questions.jsonl and articles.jsonl.xz, which the program xz unpacks.</summary>
    public static NewsCorpus Read(string folder)
    {
        var articles = Lines(folder)
            .Select(JsonLines.Parse<Line>)
            .Select(
                (article, number) =>
                    new IndexDocument
                    {
                        Key = number,
                        Source = article.Source,
                        Headline = article.Headline ?? "",
                        Published = article.Published is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null,
                        Passages = PassageCutter.Cut(article.Text, MaxPassageChars),
                    }
            )
            .ToList();
        return new NewsCorpus { Articles = articles, Questions = JsonLines.ReadFile<Question>(Path.Combine(folder, "questions.jsonl")) };
    }

    /// <summary>Reads the lines of articles.jsonl.xz, one article each, as the program xz unpacks them.</summary>
    public static IEnumerable<string> Lines(string folder)
    {
        using var unpacking = Process.Start(
            new ProcessStartInfo("xz", ["-dc", Path.Combine(folder, "articles.jsonl.xz")])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        while (unpacking.StandardOutput.ReadLine() is { } line)
            yield return line;
        unpacking.WaitForExit();
    }

    /// <summary>
    /// So many times the articles: the first are these, the others have passages of sentences drawn from all, with a fixed seed.
    /// </summary>
    /// <remarks>Made while they are read, the same each time: only the articles themselves are held.</remarks>
    public IEnumerable<IndexDocument> Times(int factor)
    {
        foreach (var article in Articles)
            yield return article;
        if (factor == 1)
            yield break;
        var random = new Random(20230503);
        var sentences = Articles.SelectMany(article => article.Passages).SelectMany(passage => passage.Split(". ")).ToArray();
        for (var key = Articles.Count; key < Articles.Count * factor; key++)
        {
            var like = Articles[key % Articles.Count];
            var passages = new string[like.Passages.Count];
            for (var passage = 0; passage < passages.Length; passage++)
                passages[passage] = Draw(sentences, random);
            yield return like with
            {
                Key = key,
                Source = $"recombined/{key}",
                Passages = passages,
            };
        }
    }

    /// <summary>UTF-8 bytes of an article's headline and passages.</summary>
    public static long TextBytes(IndexDocument article) =>
        Encoding.UTF8.GetByteCount(article.Headline) + article.Passages.Sum(passage => (long)Encoding.UTF8.GetByteCount(passage));

    private static string Draw(string[] sentences, Random random)
    {
        var passage = new StringBuilder();
        while (passage.Length < MaxPassageChars * 4 / 5)
            passage.Append(sentences[random.Next(sentences.Length)]).Append(". ");
        return passage.ToString(0, Math.Min(passage.Length, MaxPassageChars));
    }

    /// <summary>The rank of the first hit, from 1; 0 when there is none.</summary>
    public int RankOf(Question question, IEnumerable<(int Article, int Passage)> hits)
    {
        var isRight = JudgeOf(question);
        return 1 + hits.ToList().FindIndex(hit => isRight(hit.Article, hit.Passage));
    }

    /// <summary>Says whether a passage of an article answers the question.</summary>
    public Func<int, int, bool> JudgeOf(Question question)
    {
        var (answer, right) = (Fold(question.Answer), question.Articles.ToHashSet());
        return (article, passage) =>
            right.Contains(Articles[article].Source)
            && Fold(Articles[article].Headline + " " + Articles[article].Passages[passage]).Contains(answer, StringComparison.Ordinal);
    }

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

    /// <summary>A line of questions.jsonl.</summary>
    internal sealed record Question(
        string Id,
        [property: System.Text.Json.Serialization.JsonPropertyName("question")] string Text,
        DateOnly AsOf,
        string Answer,
        IReadOnlyList<string> Articles
    )
    {
        /// <summary>Articles up to this day count as seen.</summary>
        public DateOnly LastDay => AsOf.AddDays(3);
    }

    private sealed record Line(string Source, string? Headline, string Text, DateTimeOffset? Published);
}
