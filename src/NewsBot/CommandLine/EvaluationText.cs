using System.Globalization;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>
/// Writes the scores of an evaluation for people: shares with their 95 % intervals, a line for each kind of question, and the changes.
/// </summary>
internal static class EvaluationText
{
    /// <summary>Writes everything below the list of questions.</summary>
    public static void Write(
        TextWriter output,
        IReadOnlyList<EvaluationResult> results,
        int brokenCitations,
        IReadOnlyList<EvaluationChange> changes
    )
    {
        var summary = EvaluationSummary.Of(results, brokenCitations);
        output.WriteLine();
        output.WriteLine(
            $"{summary.Answerable} answerable: {summary.Right} right, {summary.WrongSource} with another source, {summary.Wrong} wrong, {summary.FalseRefusals} declined"
        );
        output.WriteLine(
            $"{summary.Unanswerable} unanswerable: {summary.Declined} declined, {summary.Unanswerable - summary.Declined} answered"
        );
        output.WriteLine(
            $"right {Share(summary.Right, summary.Answerable)}, declined wrongly {Share(summary.FalseRefusals, summary.Answerable)}, declined rightly {Share(summary.Declined, summary.Unanswerable)}"
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.BrokenCitations} broken citations, median {summary.MedianElapsed.TotalMilliseconds:0.0} ms"
            )
        );
        output.WriteLine();
        output.WriteLine("kind        answerable  right  declined wrongly  unanswerable  declined rightly");
        foreach (var kind in results.GroupBy(result => result.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var one = EvaluationSummary.Of([.. kind], 0);
            output.WriteLine(
                $"{kind.Key, -10} {one.Answerable, 11} {one.Right, 6} {one.FalseRefusals, 17} {one.Unanswerable, 13} {one.Declined, 17}"
            );
        }

        if (changes.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(
            $"Against the earlier run: {changes.Count(change => change.IsRegression)} lost, {changes.Count(change => !change.IsRegression)} other changes"
        );
        foreach (var change in changes)
            output.WriteLine(
                $"{(change.IsRegression ? "lost" : "changed"), -8} {PlainText.OneLine(change.Id)}: {Name(change.Before)} before, {Name(change.Now)} now"
            );
    }

    private static string Share(int count, int total)
    {
        if (total == 0)
            return "–";
        var interval = WilsonInterval.Of(count, total);
        return string.Create(CultureInfo.InvariantCulture, $"{(double)count / total:0.000} ({interval.From:0.000} to {interval.To:0.000})");
    }

    private static string Name(EvaluationVerdict verdict) => EvaluationJson.Name(verdict).Replace('_', ' ');
}
