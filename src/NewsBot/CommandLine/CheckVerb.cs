using System.CommandLine;
using NewsBot.Newsroom.State;
using NewsBot.Opening;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>
/// Provides <c>check</c>: verifies store, index and state, explains how to repair each fault, and saves what can be read of a damaged
/// state.
/// </summary>
internal static class CheckVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var repair = new Option<bool>("--repair") { Description = "Save what can be read of a damaged state.db; stop the host first" };
        var verb = new Command(
            "check",
            "Verifies the stored articles, the search index and the state, and explains how to repair what is wrong."
        )
        {
            repair,
        };
        verb.Examples("newsbot check --data /var/lib/newsbot", "newsbot check --repair");
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                var state = StateRepair.Verify(settings.StateFile);
                if (state is not null && arguments.GetValue(repair))
                {
                    await RepairAsync(settings.StateFile, frame.Context.Error);
                    state = null;
                }

                // Opens it as it is: a check writes nothing, so it ingests no seeds.
                await using var archive = await OpenArchive.OpenAsItIsAsync(settings, frame.Context.Error, cancellationToken);
                var report = await archive.Articles.CheckAsync(cancellationToken);
                await using var output = frame.Context.OpenText();
                string[] problems = state is null
                    ? [.. report.Problems]
                    : [.. report.Problems, $"{settings.StateFile} is damaged ({state}); stop the host and run: newsbot check --repair"];
                foreach (var problem in problems)
                    await output.WriteLineAsync(PlainText.OneLine(problem));
                var verdict = problems.Length == 0 ? "all is well" : PlainText.Count(problems.Length, "problem");
                await output.WriteLineAsync(
                    $"{PlainText.Count(report.Articles, "article")}, {PlainText.Count(report.Passages, "passage")}, {verdict}"
                );
                return problems.Length == 0 ? ExitCode.Done : ExitCode.Failed;
            }
        );
        return verb;
    }

    private static async Task RepairAsync(string path, TextWriter notes)
    {
        var saved = StateRepair.Repair(path);
        await notes.WriteLineAsync(
            $"Saved {PlainText.Count(saved.Values.Sum(), "row")} of {PlainText.Count(saved.Count, "table")}; the damaged file is kept as {path}{StateRepair.DamagedEnding}."
        );
    }
}
