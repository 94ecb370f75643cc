using System.CommandLine;
using System.Text.Json;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Staff;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>
/// Provides <c>kill SOURCE…</c> (also <c>remove</c>), <c>restore SOURCE…</c> and <c>history SOURCE</c>: decisions of staff on items,
/// and the history of one.
/// </summary>
internal static class StateVerbs
{
    /// <summary>Creates the verb that withdraws.</summary>
    public static Command CreateKill(VerbFrame frame)
    {
        var verb = Create(
            frame,
            "kill",
            "Withdraws articles with all their versions: they are never cited again, and posts that cite them are taken back.",
            kills: true
        );
        verb.Aliases.Add("remove");
        verb.Examples(
            "newsbot kill 000_7fc79060c1c00942.txt --reason \"the mayor is alive\"",
            "newsbot remove wire/1.txt wire/2.txt --reason \"rights ended\""
        );
        return verb;
    }

    /// <summary>Creates the verb that restores.</summary>
    public static Command CreateRestore(VerbFrame frame)
    {
        var verb = Create(frame, "restore", "Restores withdrawn articles, or releases those under embargo.", kills: false);
        verb.Examples("newsbot restore 000_7fc79060c1c00942.txt --reason \"confirmed by the family\"");
        return verb;
    }

    /// <summary>Creates the verb that lists versions and decisions.</summary>
    public static Command CreateHistory(VerbFrame frame)
    {
        var source = Source();
        var json = new Option<bool>("--json") { Description = "Print the history as JSON" };
        var verb = new Command("history", "Lists the versions of an article, oldest first, and the decisions of staff on it.")
        {
            source,
            json,
        };
        verb.Examples("newsbot history 000_7fc79060c1c00942.txt", "newsbot history 000_7fc79060c1c00942.txt --json");
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                await using var archive = await OpenArchive.OpenAsync(settings, frame.Context.Error, cancellationToken);
                return await TellAsync(frame.Context, archive, arguments.GetValue(source)!, arguments.GetValue(json), cancellationToken);
            }
        );
        return verb;
    }

    private static Command Create(VerbFrame frame, string name, string description, bool kills)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "The sources of the articles, as citations name them; one version is enough",
            Arity = ArgumentArity.OneOrMore,
        };
        var reason = new Option<string>("--reason") { Description = "Why, for the history", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Print the history as JSON" };
        var verb = new Command(name, description) { sources, reason, json };
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                RuleAsync(
                    frame.Context,
                    settings,
                    arguments.GetValue(sources)!,
                    kills,
                    arguments.GetValue(reason),
                    arguments.GetValue(json),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Argument<string> Source() => new("SOURCE") { Description = "The source of one of its versions, as citations name it" };

    private static async Task<int> RuleAsync(
        VerbContext context,
        NewsBotSettings settings,
        IReadOnlyList<string> sources,
        bool kills,
        string? reason,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        await using var archive = await OpenArchive.OpenAsync(settings, context.Error, cancellationToken);
        var code = ExitCode.Done;
        foreach (var source in sources.Distinct(StringComparer.Ordinal))
        {
            if (
                await StaffDecision.DecideAsync(
                    archive.Articles,
                    source,
                    kills,
                    context.UserName,
                    reason,
                    archive.Store.Time.GetUtcNow(),
                    cancellationToken
                )
            )
                await VerbAudit.RecordAsync(
                    context,
                    settings,
                    kills ? AuditAction.ArticleKilled : AuditAction.ArticleRestored,
                    source,
                    null,
                    cancellationToken
                );
            // One that is unknown is named and does not keep the others.
            if (await TellAsync(context, archive, source, asJson, cancellationToken) is not ExitCode.Done and var failed)
                code = failed;
        }

        return code;
    }

    private static async Task<int> TellAsync(
        VerbContext context,
        OpenArchive archive,
        string source,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        var (versions, rulings) = await archive.Articles.ItemAsync(source, cancellationToken);
        if (versions.Count == 0)
        {
            await context.Error.WriteLineAsync(
                $"The archive has no article with the source {PlainText.OneLine(source)}; sources are listed by: newsbot sources \"WORDS\""
            );
            return ExitCode.Failed;
        }

        await using var output = context.OpenText();
        var item = ItemJson.From(versions, rulings);
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(item, NewsBotJson.Wire.ItemJson));
            return ExitCode.Done;
        }

        foreach (var version in item.Versions)
        {
            await output.WriteLineAsync($"{PlainText.OneLine(version.Source)}: {ItemText.FactsOf(version)}");
            await output.WriteLineAsync($"    {PlainText.OneLine(version.Headline)}");
        }

        foreach (var ruling in item.Rulings)
            await output.WriteLineAsync($"{ruling.Verb} {PlainText.OneLine(ruling.Source)}, {PlainText.OneLine(ItemText.FactsOf(ruling))}");
        return ExitCode.Done;
    }
}
