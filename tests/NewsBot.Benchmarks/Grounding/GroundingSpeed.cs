using System.Diagnostics;
using System.Globalization;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Grounding;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>How long the judge takes, on one thread, for answers of three statements with two quoted sentences each, and for one statement with a whole article.</summary>
internal static class GroundingSpeed
{
    private const int Rounds = 20;
    private const int StatementsOfAnswer = 3;

    public static string Measure(IReadOnlyList<JudgedStatement> statements)
    {
        var quoted = statements.Select(one => (one.Statement, Quotes: SentenceSplitter.Split(one.Source).OrderByDescending(range => range.Length).Take(2).Select(range => range.In(one.Source)).ToArray())).ToArray();
        var answers = Time(quoted.Chunk(StatementsOfAnswer).ToArray(), answer =>
        {
            foreach (var (statement, quotes) in answer) GroundingJudge.Judge(statement, quotes);
        });
        var articles = Time(statements, one => GroundingJudge.Judge(one.Statement, [one.Source]));
        return "One thread, milliseconds. An answer: three statements, each with the two longest sentences of its article. An article: one statement with all of its article (up to 3,263 characters).\n\n"
            + "| judged | runs | p50 | p99 | most |\n|---|---|---|---|---|\n" + Row("answer", answers) + Row("article", articles);
    }

    private static double[] Time<T>(IReadOnlyList<T> items, Action<T> judge)
    {
        foreach (var item in items) judge(item);
        foreach (var item in items) judge(item);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var item in items)
            {
                var start = Stopwatch.GetTimestamp();
                judge(item);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. times.Order()];
    }

    private static string Row(string name, double[] times) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {times.Length:N0} | {times[times.Length / 2]:F3} | {times[(int)(times.Length * 0.99)]:F3} | {times[^1]:F3} |\n");
}
