using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Evaluation;

namespace NewsBot.Benchmarks.Training;

/// <summary>What a threshold trades: right answers against declines.</summary>
internal static class TradeOff
{
    public static string Table(string set, IReadOnlyList<JudgedSamples> questions)
    {
        var answerable = questions.Where(one => one.Ranked.Source.Source.Question.Answerable).ToArray();
        var unanswerable = questions.Where(one => !one.Ranked.Source.Source.Question.Answerable).ToArray();
        var best = answerable.Count(one => one.Ranked.Source.Candidates.Any(candidate => candidate.IsShownRight));
        var table = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{set}: {answerable.Length} answerable ({Share(best, answerable)} have a right candidate), {unanswerable.Length} unanswerable. Shares, with 95 % confidence intervals.\n\n| threshold | first right | one of three right | declined wrongly | declined rightly |\n|---|---|---|---|---|\n"
        );
        for (var percent = 20; percent <= 70; percent += 5)
        {
            var threshold = percent / 100.0;
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {threshold:F2} | {Share(answerable.Count(one => one.Probability >= threshold && one.Ranked.IsRightFirst), answerable)} | {Share(answerable.Count(one => one.Probability >= threshold && one.Ranked.IsRightAmongThree), answerable)} | {Share(answerable.Count(one => one.Probability < threshold), answerable)} | {Share(unanswerable.Count(one => one.Probability < threshold), unanswerable)} |\n"
            );
        }

        return table.ToString();
    }

    private static string Share(int count, Array of)
    {
        if (of.Length == 0)
            return "–";
        var interval = WilsonInterval.Of(count, of.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{count / (double)of.Length:F3} ({interval.From:F2}–{interval.To:F2})");
    }
}
