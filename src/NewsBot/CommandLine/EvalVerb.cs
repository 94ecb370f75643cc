using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary><c>eval FILE.jsonl [--json]</c>: asks every question of a file and scores the answers.</summary>
internal static class EvalVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Questions with what a right answer holds, one JSON object a line" };
        var json = new Option<bool>("--json") { Description = "Print the scores as JSON" };
        var verb = new Command("eval", "Asks every question of a file and scores the answers.") { file, json };
        verb.Examples("newsbot eval questions.jsonl", "newsbot eval questions.jsonl --json");
        frame.Run(verb, (arguments, settings, cancellationToken) => EvaluateAsync(
            frame.Surroundings, settings, arguments.GetValue(file)!, arguments.GetValue(json), cancellationToken));
        return verb;
    }

    private static async Task<int> EvaluateAsync(
        Surroundings surroundings, NewsBotSettings settings, string file, bool asJson, CancellationToken cancellationToken)
    {
        IReadOnlyList<EvaluationQuestion> questions;
        try
        {
            questions = EvaluationFile.Read(Path.GetFullPath(file, surroundings.WorkingDirectory));
        }
        catch (EvaluationFileException error)
        {
            await surroundings.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
            return ExitCode.Failed;
        }

        await using var archive = await OpenArchive.OpenAsync(settings, surroundings.Error, cancellationToken);
        var pipeline = new QuestionPipeline(archive.Articles, new ArticleLinks(settings.LinkBase), TimeProvider.System, settings.Answers.ToOptions());
        var evaluator = new Evaluator(pipeline, archive.Articles);
        await using var output = surroundings.OpenText();
        var results = new List<EvaluationResult>();
        var brokenCitations = 0;
        await foreach (var result in evaluator.RunAsync(questions, cancellationToken))
        {
            results.Add(result);
            brokenCitations += await evaluator.CountBrokenCitationsAsync(result, cancellationToken);
            if (asJson) continue;
            await output.WriteLineAsync(
                $"{Name(result.Verdict),-14} {PlainText.OneLine(result.Question.Id)}  {PlainText.OneLine(result.Question.Question)}");
        }

        var summary = EvaluationSummary.Of(results, brokenCitations);
        if (asJson) await output.WriteLineAsync(JsonSerializer.Serialize(EvaluationJson.From(summary, results), NewsBotJson.Wire.EvaluationJson));
        else Write(output, summary);
        return ExitCode.Done;
    }

    private static void Write(TextWriter output, EvaluationSummary summary)
    {
        output.WriteLine();
        output.WriteLine(
            $"{summary.Answerable} answerable: {summary.Right} right, {summary.WrongSource} with another source, {summary.Wrong} wrong, {summary.FalseRefusals} declined");
        output.WriteLine($"{summary.Unanswerable} unanswerable: {summary.Declined} declined, {summary.Unanswerable - summary.Declined} answered");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{summary.BrokenCitations} broken citations, median {summary.MedianElapsed.TotalMilliseconds:0.0} ms"));
    }

    private static string Name(EvaluationVerdict verdict) => EvaluationJson.Name(verdict).Replace('_', ' ');
}
