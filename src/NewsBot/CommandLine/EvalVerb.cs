using System.CommandLine;
using System.Text.Json;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Opening;
using NewsBot.Search.Calendar;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>eval FILE.jsonl [--json]</c>: asks every question of a file and scores the answers.</summary>
internal static class EvalVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var file = new Argument<string>("FILE.jsonl")
        {
            Description = "Questions with what a right answer contains, one JSON object a line",
        };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON" };
        var daysAfter = new Option<int>("--days-after")
        {
            Description = "Also use articles published up to this many days after a question's asOf",
            HelpName = "DAYS",
        };
        var against = new Option<string?>("--against")
        {
            Description = "Compare with the verdicts of an earlier run; exit code 1 when a right answer was lost",
            HelpName = "FILE",
        };
        var save = new Option<string?>("--save") { Description = "Write the verdicts to a file for --against", HelpName = "FILE" };
        var verb = new Command("eval", "Asks every question of a file and scores the answers.") { file, json, daysAfter, against, save };
        verb.Examples(
            "newsbot eval questions.jsonl",
            "newsbot eval questions.jsonl --json",
            "newsbot eval questions.jsonl --against docs/research/evaluation/questions.txt"
        );
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                EvaluateAsync(
                    frame.Context,
                    settings,
                    new EvalRequest(
                        arguments.GetValue(file)!,
                        arguments.GetValue(json),
                        arguments.GetValue(daysAfter),
                        arguments.GetValue(against),
                        arguments.GetValue(save)
                    ),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> EvaluateAsync(
        VerbContext context,
        NewsBotSettings settings,
        EvalRequest request,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<EvaluationQuestion> questions;
        IReadOnlyDictionary<string, EvaluationVerdict> before = new Dictionary<string, EvaluationVerdict>();
        try
        {
            questions =
            [
                .. EvaluationFile
                    .Read(FullPath(request.File))
                    .Select(question => question with { AsOf = question.AsOf?.PlusDays(request.DaysAfter) }),
            ];
            if (request.Against is { } earlier)
                before = VerdictFile.Read(FullPath(earlier));
        }
        catch (EvaluationFileException error)
        {
            await context.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
            return ExitCode.Failed;
        }

        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        await using var services = archive.Articles.BuildNewsroom(settings);
        var newsroom = services.GetRequiredService<INewsroom>();
        var evaluator = new Evaluator(newsroom);
        await using var output = context.OpenText();
        var results = new List<EvaluationResult>();
        var brokenCitations = 0;
        await foreach (var result in evaluator.RunAsync(questions, cancellationToken))
        {
            results.Add(result);
            brokenCitations += await evaluator.CountBrokenCitationsAsync(result, cancellationToken);
            if (request.AsJson)
                continue;
            await output.WriteLineAsync(
                $"{Name(result.Verdict), -14} {PlainText.OneLine(result.Question.Id)}  {PlainText.OneLine(result.Question.Question)}"
            );
        }

        var changes = VerdictFile.Compare(before, results);
        if (request.AsJson)
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    EvaluationJson.From(EvaluationSummary.Of(results, brokenCitations), results),
                    NewsBotJson.Wire.EvaluationJson
                )
            );
        else
            EvaluationText.Write(output, results, brokenCitations, changes);
        if (request.Save is { } save)
            await File.WriteAllTextAsync(FullPath(save), VerdictFile.Text(results), cancellationToken);
        return changes.Any(change => change.IsRegression) ? ExitCode.Failed : ExitCode.Done;

        string FullPath(string path) => Path.GetFullPath(path, context.WorkingDirectory);
    }

    private static string Name(EvaluationVerdict verdict) => EvaluationJson.Name(verdict).Replace('_', ' ');
}
