using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Store;
using NewsBot.Archive.Watching;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>
/// Provides <c>watch FOLDER…</c>: ingests new files in folders until it is stopped. A host over the same archive answers from them at once.
/// </summary>
internal static class WatchVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "Folders of articles; none within another",
            Arity = ArgumentArity.OneOrMore,
        };
        folders.RefuseOptions();
        var json = new Option<bool>("--json") { Description = "Print each arrival as a line of JSON" };
        var verb = new Command(
            "watch",
            "Ingests new and changed articles in folders, and withdraws those removed, within seconds, until it is stopped. In the host, Ingest:Watch does the same."
        )
        {
            folders,
            json,
        };
        verb.Examples("newsbot watch wire/", "newsbot watch wire/ desk/ --json");
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                WatchAsync(frame.Context, settings, arguments.GetValue(folders)!, arguments.GetValue(json), cancellationToken)
        );
        return verb;
    }

    private static async Task<int> WatchAsync(
        VerbContext context,
        NewsBotSettings settings,
        string[] folders,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        string[] paths = [.. folders.Select(folder => Path.GetFullPath(folder, context.WorkingDirectory))];
        if (Problem(paths) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.WrongUsage;
        }

        await using var store = await OpenArchive.OpenStoreAsync(settings, context.Error, cancellationToken);
        await using var output = context.OpenText();
        output.AutoFlush = true;
        // Folders are watched in parallel, and their lines must not mix.
        var (lines, errors) = (TextWriter.Synchronized(output), TextWriter.Synchronized(context.Error));
        await errors.WriteLineAsync($"Watching {string.Join(" and ", folders)}. Ctrl-C stops it.");
        try
        {
            await Task.WhenAll(paths.Select(path => WatchAsync(store, settings, path, Printer(lines, asJson), errors, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. Everything listed is in the archive.");
        }

        return ExitCode.Done;
    }

    private static async Task WatchAsync(
        IArticleStore store,
        NewsBotSettings settings,
        string path,
        IProgress<IngestProgress> printer,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        string? told = null;
        await new FolderWatch(store, path, settings.Ingest.Reading, store.Time).RunAsync(
            async (pass, _) =>
            {
                foreach (var note in pass.NewNotes)
                    await errors.WriteLineAsync(PlainText.OneLine(note));
                if (pass.Problem != told)
                    await errors.WriteLineAsync(pass.Problem is { } problem ? $"{problem.TrimEnd('.')}." : $"{path} is watched again.");
                told = pass.Problem;
            },
            printer,
            cancellationToken
        );
    }

    private static string? Problem(string[] paths)
    {
        if (Array.Find(paths, path => !Directory.Exists(path)) is { } missing)
            return $"{missing} is not a folder: name an existing one.";
        return IngestSettings.Overlapping(paths) is { } inner
            ? $"{inner} is inside another of these folders: name only the outer one."
            : null;
    }

    private static IProgress<IngestProgress> Printer(TextWriter lines, bool asJson) =>
        asJson ? new JsonLines(lines) : new IngestLines(lines.WriteLine, null);

    private sealed class JsonLines(TextWriter lines) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            foreach (var article in value.Committed.Where(article => article.Outcome != IngestOutcome.Unchanged))
                Write(ArrivalJson.From(article));
            foreach (var rejection in value.Rejected)
                Write(ArrivalJson.From(rejection));
        }

        private void Write(ArrivalJson arrival) => lines.WriteLine(JsonSerializer.Serialize(arrival, NewsBotJson.Wire.ArrivalJson));
    }
}
