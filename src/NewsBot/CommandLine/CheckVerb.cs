using System.CommandLine;
using NewsBot.Opening;

namespace NewsBot.CommandLine;

/// <summary><c>check</c>: verifies store and index, and says what to do where they differ.</summary>
internal static class CheckVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("check", "Verifies the stored articles and the search index, and says what to do where they differ.");
        verb.Examples("newsbot check --data /var/lib/newsbot");
        frame.Run(verb, async (_, settings, cancellationToken) =>
        {
            // As it is: a check writes nothing, so it ingests no seeds.
            await using var archive = await OpenArchive.OpenAsItIsAsync(settings, frame.Context.Error, cancellationToken);
            var report = await archive.Articles.CheckAsync(cancellationToken);
            await using var output = frame.Context.OpenText();
            foreach (var problem in report.Problems) await output.WriteLineAsync(PlainText.OneLine(problem));
            var verdict = report.Problems.Count == 0 ? "all is well" : PlainText.Count(report.Problems.Count, "problem");
            await output.WriteLineAsync($"{PlainText.Count(report.Articles, "article")}, {PlainText.Count(report.Passages, "passage")}, {verdict}");
            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }
}
