using System.CommandLine;
using System.Text.Json;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Timelines;
using NewsBot.Opening;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>timeline TOPIC [--json]</c>: what the articles say on a topic, day by day.</summary>
internal static class TimelineVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var topic = new Argument<string[]>("TOPIC") { Description = "The topic, in a few words", Arity = ArgumentArity.OneOrMore };
        topic.RefuseOptions();
        topic.Validators.Add(result =>
        {
            var length = result.Tokens.Sum(token => token.Value.Length + 1) - 1;
            if (length > TimelineWriter.MaxTopicChars)
                result.AddError($"A topic may have at most {TimelineWriter.MaxTopicChars} characters");
            else if (result.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("The topic is empty");
        });
        var json = new Option<bool>("--json") { Description = "Print the timeline as JSON" };
        var verb = new Command("timeline", "Prints what the articles say on a topic, day by day, with sources.") { topic, json };
        verb.Examples("newsbot timeline drone", "newsbot timeline Victory Day --json");
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                WriteAsync(
                    frame.Context,
                    settings,
                    string.Join(' ', arguments.GetValue(topic)!),
                    arguments.GetValue(json),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> WriteAsync(
        VerbContext context,
        NewsBotSettings settings,
        string topic,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        await using var services = archive.Articles.BuildNewsroom(settings);
        var newsroom = services.GetRequiredService<INewsroom>();
        var rights = services.GetRequiredService<HostReader>().Rights;
        var timeline = await newsroom.TimelineAsync(topic, rights, cancellationToken);
        await using var output = context.OpenText();
        await output.WriteLineAsync(
            asJson
                ? JsonSerializer.Serialize(TimelineJson.From(timeline), NewsBotJson.Wire.TimelineJson)
                : PlainText.Lines(TimelineText.Write(timeline))
        );
        await output.FlushAsync(cancellationToken);
        await VerbAudit.RecordReadingAsync(context, settings, AuditAction.TimelineRead, rights.Desk?.Name, null, topic, cancellationToken);
        return ExitCode.Done;
    }
}
