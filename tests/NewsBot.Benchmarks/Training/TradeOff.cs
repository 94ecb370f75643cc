using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks.Training;

/// <summary>What a threshold trades: right answers against declines.</summary>
internal static class TradeOff
{
    public static string Table(string set, IReadOnlyList<(RankedSamples Ranked, double Probability)> questions)
    {
        var answerable = questions.Where(one => one.Ranked.Source.Source.Question.Answerable).ToArray();
        var unanswerable = questions.Where(one => !one.Ranked.Source.Source.Question.Answerable).ToArray();
        var best = answerable.Count(one => one.Ranked.Source.Candidates.Any(candidate => candidate.HoldsAnswer));
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{set}: {answerable.Length} answerable ({Share(best, answerable)} among the candidates), {unanswerable.Length} unanswerable\n| threshold | first right | one of three right | false refusals | declined rightly |\n|---|---|---|---|---|\n");
        for (var percent = 0; percent <= 90; percent += percent is >= 20 and < 70 ? 5 : 10)
        {
            var threshold = percent / 100.0;
            table.Append(CultureInfo.InvariantCulture, $"| {threshold:F2} | {Share(answerable.Count(one => one.Probability >= threshold && one.Ranked.IsRightFirst), answerable)} | {Share(answerable.Count(one => one.Probability >= threshold && one.Ranked.IsRightAmongThree), answerable)} | {Share(answerable.Count(one => one.Probability < threshold), answerable)} | {Share(unanswerable.Count(one => one.Probability < threshold), unanswerable)} |\n");
        }

        return table.ToString();
    }

    private static string Share(int count, Array of) => of.Length == 0 ? "–" : (count / (double)of.Length).ToString("F3", CultureInfo.InvariantCulture);
}
