using System.CommandLine;
using System.Text.Json;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Digests;
using NewsBot.Opening;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>digest [--date YYYY-MM-DD] [--topic WORDS] [--desk NAME] [--json]</c>: the digest of a day.</summary>
internal static class DigestVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var date = new Option<string>("--date") { Description = "The day [default: the newest of the archive]", HelpName = "YYYY-MM-DD" };
        date.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Day.TryParse(token.Value, out _))
                result.AddError($"--date takes a day written YYYY-MM-DD, not \"{token.Value}\"");
        });
        var topic = new Option<string>("--topic") { Description = "Only stories with these words", HelpName = "WORDS" };
        var desk = new Option<string>("--desk")
        {
            Description = "Only what this desk of the settings may see [default: everything]",
            HelpName = "NAME",
        };
        var json = new Option<bool>("--json") { Description = "Print the digest as JSON" };
        var verb = new Command("digest", "Prints the digest of a day: its stories, dated and cited.") { date, topic, desk, json };
        verb.Examples("newsbot digest --date 2023-05-03", "newsbot digest --topic drone --json");
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                WriteAsync(
                    frame.Context,
                    settings,
                    new DigestRequest
                    {
                        Date = Day.TryParse(arguments.GetValue(date), out var day) ? day : null,
                        Topic = arguments.GetValue(topic),
                        Desk = null,
                    },
                    arguments.GetValue(desk),
                    arguments.GetValue(json),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> WriteAsync(
        VerbContext context,
        NewsBotSettings settings,
        DigestRequest request,
        string? deskName,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        var rights = new HostReader(settings.Digests.Desks, settings.Digests.HostDesk).Of(deskName);
        if (rights is null)
        {
            await context.Error.WriteLineAsync(
                PlainText.OneLine($"There is no desk \"{deskName}\": name one of Digests:Desks in the settings.")
            );
            return ExitCode.WrongUsage;
        }

        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        await using var services = archive.Articles.BuildNewsroom(settings);
        var newsroom = services.GetRequiredService<INewsroom>();
        var digest = await newsroom.DigestAsync(request with { Desk = rights.Desk }, cancellationToken);
        await using var output = context.OpenText();
        if (asJson)
            await output.WriteLineAsync(JsonSerializer.Serialize(DigestJson.From(digest), NewsBotJson.Wire.DigestJson));
        else
            await output.WriteLineAsync(PlainText.Lines(digest is null ? DigestJson.NoDays : DigestText.Write(digest)));
        if (digest is null)
            return ExitCode.Done;
        await output.FlushAsync(cancellationToken);
        await VerbAudit.RecordReadingAsync(
            context,
            settings,
            AuditAction.DigestRead,
            rights.Desk?.Name,
            AuditEntry.TargetOf(digest.Date),
            digest.Topic,
            cancellationToken
        );
        return ExitCode.Done;
    }
}
