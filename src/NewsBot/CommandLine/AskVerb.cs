using System.CommandLine;
using System.Text.Json;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Opening;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>ask "QUESTION" [--json]</c>: one answer on standard output.</summary>
internal static class AskVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var question = new Argument<string[]>("QUESTION")
        {
            Description = "The question, preferably in quotation marks",
            Arity = ArgumentArity.OneOrMore,
        };
        question.RefuseOptions();
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON" };
        var explain = new Option<bool>("--explain")
        {
            Description = "Show how the question is understood and which candidates were considered, before the answer",
        };
        var embargoed = new Option<bool>("--embargoed")
        {
            Description = "For staff: answer from articles under embargo too, and mark them",
        };
        var verb = new Command("ask", "Answers one question.") { question, json, explain, embargoed };
        verb.Examples(
            "newsbot ask \"where was Putin?\"",
            "newsbot ask \"what did the mayor of Moscow ban?\" --json",
            "newsbot ask \"where was Putin?\" --explain"
        );
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                AskAsync(
                    frame.Context,
                    settings,
                    new QuestionRequest
                    {
                        Text = string.Join(' ', arguments.GetValue(question)!),
                        SeesEmbargoed = arguments.GetValue(embargoed),
                        Desk = null,
                        AskedBy = frame.Context.Actor,
                    },
                    arguments.GetValue(json),
                    arguments.GetValue(explain),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> AskAsync(
        VerbContext context,
        NewsBotSettings settings,
        QuestionRequest question,
        bool asJson,
        bool explains,
        CancellationToken cancellationToken
    )
    {
        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        await using var services = archive.Articles.BuildNewsroom(settings);
        var newsroom = services.GetRequiredService<INewsroom>();
        question = question with { Desk = services.GetRequiredService<HostReader>().Rights.Desk };
        var answer = await newsroom.AskAsync(question, cancellationToken);
        await using var output = context.OpenText();
        if (explains && !asJson)
            ExplanationText.Write(output, await newsroom.ExplainAsync(question, cancellationToken));
        if (asJson)
            await output.WriteLineAsync(JsonSerializer.Serialize(AnswerJson.From(answer), NewsBotJson.Wire.AnswerJson));
        else
            AnswerText.Write(output, answer);
        await output.FlushAsync(cancellationToken);
        await VerbAudit.RecordAsync(context, settings, question, answer, cancellationToken);
        return answer.Outcome == Outcome.Invalid ? ExitCode.WrongUsage : ExitCode.Done;
    }
}
