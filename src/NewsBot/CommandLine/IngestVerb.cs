using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>ingest PATH…</c>: reads files, folders and .jsonl files of articles into the archive.</summary>
internal static class IngestVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Articles (texts, pages, feeds, wires, .docx, .pdf, .jsonl, .zip and so on) and folders of them",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.RefuseOptions();
        var json = new Option<bool>("--json") { Description = "Print the report as JSON, when everything has been read" };
        var verb = new Command(
            "ingest",
            "Puts articles into the archive, and withdraws those no longer in their folder. Unchanged files cost almost nothing."
        )
        {
            paths,
            json,
        };
        verb.Examples("newsbot ingest articles/", "newsbot ingest monday.txt wire.jsonl", "newsbot ingest articles/ --json");
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                IngestAsync(frame.Context, settings, arguments.GetValue(paths)!, arguments.GetValue(json), cancellationToken)
        );
        return verb;
    }

    private static async Task<int> IngestAsync(
        VerbContext context,
        NewsBotSettings settings,
        string[] paths,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        await using var store = await OpenArchive.OpenStoreAsync(settings, context.Error, cancellationToken);
        await using var output = context.OpenText();
        output.AutoFlush = true;
        var report = await IngestProgressBar.RunAsync(
            context,
            output,
            (lines, bar) =>
                ArticleIngest.RunAsync(
                    store,
                    [.. paths.Select(path => Locate(context, path))],
                    settings.Ingest.Reading,
                    new IngestLines(asJson ? _ => { } : lines, bar),
                    cancellationToken
                )
        );

        if (asJson)
            await output.WriteLineAsync(JsonSerializer.Serialize(IngestReportJson.From(report), NewsBotJson.Wire.IngestReportJson));
        else
            await TellAsync(report, output);
        if (report.StoreFailure is { } failure)
            await context.Error.WriteLineAsync(failure);
        if (report.IsStopped)
            await context.Error.WriteLineAsync("Stopped. Everything listed is in the archive; the same command continues from there.");
        return report.HasFailures || report.IsStopped ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task TellAsync(IngestReport report, TextWriter output)
    {
        foreach (var note in report.Notes)
            await output.WriteLineAsync("note       " + PlainText.OneLine(note));
        if (report.Rejected > 0)
            await output.WriteLineAsync(
                "reasons    "
                    + string.Join(
                        ", ",
                        report.RejectedByKind.OrderByDescending(kind => kind.Value).Select(kind => $"{Name(kind.Key)}: {kind.Value}")
                    )
            );
        (string What, int Count)[] others =
        [
            ("under embargo", report.Embargoed),
            ("kill", report.Killed),
            ("older version", report.Older),
            ("hidden or unfinished file", report.Skipped),
        ];
        var there = others.Where(other => other.Count > 0).Select(other => $"{other.What}: {other.Count}").ToList();
        if (there.Count > 0)
            await output.WriteLineAsync("besides    " + string.Join(", ", there));
        await output.WriteLineAsync(
            $"{report.Added} added, {report.Replaced} replaced, {report.Unchanged} unchanged, {report.Withdrawn} withdrawn, {report.Rejected} rejected"
        );
    }

    private static string Name(RejectionKind kind) =>
        kind switch
        {
            RejectionKind.UnknownKind => "kind of file",
            RejectionKind.Encoding => "encoding",
            RejectionKind.Malformed => "damage",
            RejectionKind.Field => "a field",
            RejectionKind.NoText => "no text",
            RejectionKind.TooLarge => "size",
            RejectionKind.Duplicate => "the same source twice",
            RejectionKind.OutsideLink => "link out of the folder",
            _ => "not readable",
        };

    /// <summary>Shows paths as they were given, so only a different working directory changes them.</summary>
    private static string Locate(VerbContext context, string path) =>
        context.WorkingDirectory == Directory.GetCurrentDirectory() ? path : Path.GetFullPath(path, context.WorkingDirectory);
}
