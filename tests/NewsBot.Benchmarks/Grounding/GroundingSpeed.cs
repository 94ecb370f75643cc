using System.Diagnostics;
using System.Globalization;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Grounding;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// How long the judge takes, on one thread, for answers of three statements with two quoted sentences each, and for one statement with a
/// whole article.
/// </summary>
internal static class GroundingSpeed
{
    private const int Rounds = 20;
    private const int StatementsOfAnswer = 3;

    public static string Measure(IReadOnlyList<JudgedStatement> statements)
    {
        var quoted = statements
            .Select(one =>
                (
                    one.Statement,
                    Quotes: SentenceSplitter
                        .Split(one.Source)
                        .OrderByDescending(range => range.Length)
                        .Take(2)
                        .Select(range => range.In(one.Source))
                        .ToArray()
                )
            )
            .ToArray();
        var answers = Time(
            quoted.Chunk(StatementsOfAnswer).ToArray(),
            answer =>
            {
                foreach (var (statement, quotes) in answer)
                    GroundingJudge.Judge(statement, quotes);
            }
        );
        var articles = Time(statements, one => GroundingJudge.Judge(one.Statement, [one.Source]));
        return "One thread, milliseconds. An answer is three statements, each with the two longest sentences of its article. An article\n"
            + "is one statement with its whole article (up to 3,263 characters).\n\n"
            + "Each is timed 20 times. The first three columns are over the medians of each; the last is over all runs, on a machine\n"
            + "with two processors that were also doing other work.\n\n"
            + "| judged | runs | p50 | p99 | most | p99 of all runs |\n|---|---|---|---|---|---|\n"
            + Row("answer", answers)
            + Row("article", articles);
    }

    private static (double[] Each, double[] Medians) Time<T>(IReadOnlyList<T> items, Action<T> judge)
    {
        foreach (var item in items)
            judge(item);
        foreach (var item in items)
            judge(item);
        var times = items.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < items.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                judge(items[i]);
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return ([.. times.SelectMany(one => one).Order()], [.. times.Select(one => one.Order().ElementAt(Rounds / 2)).Order()]);
    }

    private static string Row(string name, (double[] Each, double[] Medians) times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {times.Each.Length:N0} | {At(times.Medians, 0.5):F3} | {At(times.Medians, 0.99):F3} | {times.Medians[^1]:F3} | {At(times.Each, 0.99):F3} |\n"
        );

    private static double At(double[] times, double share) => times[(int)(times.Length * share)];
}
