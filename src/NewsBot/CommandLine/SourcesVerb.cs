using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Archive.Passages;
using NewsBot.Composition;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Requests;
using NewsBot.Search.Index;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>sources "QUERY" [--top N] [--json]</c>: the matching passages, best first.</summary>
internal static class SourcesVerb
{
    private const int MaxTop = 1000;

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var query = new Argument<string[]>("QUERY") { Description = "The words to look for", Arity = ArgumentArity.OneOrMore };
        query.RefuseOptions();
        var top = new Option<int>("--top")
        {
            Description = "At most this many passages",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        top.Validators.Add(result =>
        {
            // The parser has reported a value that is not a number.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && n is < 1 or > MaxTop)
                result.AddError($"--top takes a number from 1 to {MaxTop}");
        });
        var json = new Option<bool>("--json") { Description = "Print the passages as JSON" };
        var explain = new Option<bool>("--explain") { Description = "Show how the score of each passage is made up" };
        var verb = new Command("sources", "Lists the matching passages, best first, with their source files.")
        {
            query,
            top,
            explain,
            json,
        };
        verb.Examples(
            "newsbot sources \"drone Kremlin\"",
            "newsbot sources Putin --top 3 --json",
            "newsbot sources \"Zelensky visit\" --explain"
        );
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                SearchAsync(
                    frame.Context,
                    settings,
                    new PassageQuery { Text = string.Join(' ', arguments.GetValue(query)!), Top = arguments.GetValue(top) },
                    arguments.GetValue(json),
                    arguments.GetValue(explain),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> SearchAsync(
        VerbContext context,
        NewsBotSettings settings,
        PassageQuery query,
        bool asJson,
        bool withReasons,
        CancellationToken cancellationToken
    )
    {
        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        await using var services = archive.Articles.BuildNewsroom(settings, reads: false);
        var rights = services.GetRequiredService<HostReader>().Rights;
        IReadOnlyList<RetrievedPassage> passages;
        IReadOnlyList<ExplainedPassage> explained = [];
        if (withReasons)
        {
            explained = await archive.Articles.ExplainAsync(query, rights.Scope, cancellationToken);
            passages = [.. explained.Select(one => one.Passage)];
        }
        else
        {
            var newsroom = services.GetRequiredService<INewsroom>();
            passages = await newsroom.SearchAsync(query, rights, cancellationToken);
        }

        await using var output = context.OpenText();
        if (asJson)
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    withReasons ? PassagesJson.From(explained) : PassagesJson.From(passages),
                    NewsBotJson.Wire.PassagesJson
                )
            );
        else
            PassageText.Write(output, passages, explained);
        await output.FlushAsync(cancellationToken);
        await VerbAudit.RecordReadingAsync(context, settings, AuditAction.Searched, rights.Desk?.Name, null, query.Text, cancellationToken);
        return ExitCode.Done;
    }
}
