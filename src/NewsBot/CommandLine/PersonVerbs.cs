using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.People;
using NewsBot.Opening;
using NewsBot.People;
using NewsBot.Settings;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>person export WHO</c> and <c>person delete WHO</c>: what NewsBot keeps about one person.</summary>
internal static class PersonVerbs
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("person", "Exports or deletes what NewsBot keeps about one person or API key.")
        {
            CreateExport(frame),
            CreateDelete(frame),
        };
        verb.Examples("newsbot person export teams:ID --output person.json", "newsbot person delete discord:1234567890");
        return verb;
    }

    private static Command CreateExport(VerbFrame frame)
    {
        var who = Who();
        var output = new Option<string>("--output") { Description = "Write to this new file", HelpName = "FILE" };
        var verb = new Command("export", "Writes everything kept about a person as JSON.") { who, output };
        return Run(
            frame,
            verb,
            who,
            (arguments, records, person, cancellationToken) =>
                ExportAsync(frame.Context, records, person, arguments.GetValue(output), cancellationToken)
        );
    }

    private static Command CreateDelete(VerbFrame frame)
    {
        var who = Who();
        var yes = new Option<bool>("--yes") { Description = "Delete without asking" };
        var verb = new Command("delete", "Deletes what is kept about a person; entries of the audit log lose their names.") { who, yes };
        return Run(
            frame,
            verb,
            who,
            (arguments, records, person, cancellationToken) =>
                DeleteAsync(frame.Context, records, person, arguments.GetValue(yes), cancellationToken)
        );
    }

    private static Command Run(
        VerbFrame frame,
        Command verb,
        Argument<string> who,
        Func<ParseResult, PersonalRecords, PersonId, CancellationToken, Task<int>> work
    )
    {
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                UseAsync(
                    frame.Context,
                    settings,
                    arguments.GetValue(who)!,
                    (records, person) => work(arguments, records, person, cancellationToken),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Argument<string> Who() =>
        new("WHO") { Description = "teams:ID, discord:ID, web:SUBJECT or api:ID; or a bare id, or the name of a key" };

    private static async Task<int> UseAsync(
        VerbContext context,
        NewsBotSettings settings,
        string who,
        Func<PersonalRecords, PersonId, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        var name = PlainText.OneLine(who);
        if (!OpenState.Exists(settings))
            return await context.FailAsync($"{settings.DataDirectory} has no state, so nothing is kept about {name}.");
        await using var state = OpenState.Open(settings, PersonalRecords.Schemas);
        var records = new PersonalRecords(state);
        return await records.ResolveAsync(who, cancellationToken) switch
        {
            [var person] => await work(records, person),
            [] => await context.FailAsync(
                $"Nobody is known as {name}. Name an id with its channel, such as teams:ID, discord:ID, web:SUBJECT or api:ID."
            ),
            var several => await context.FailAsync(
                $"{name} may be {string.Join(" or ", several.Select(one => PlainText.OneLine(one.ToString())))}: name one of them."
            ),
        };
    }

    private static async Task<int> ExportAsync(
        VerbContext context,
        PersonalRecords records,
        PersonId person,
        string? file,
        CancellationToken cancellationToken
    )
    {
        var export = await records.ExportAsync(person, cancellationToken);
        var counts = Counts(export);
        export.Insert(0, "person", person.ToString());
        var json = export.ToJsonString(Format) + "\n";
        if (file is null)
        {
            await using var output = context.OpenText();
            await output.WriteAsync(json);
        }
        else if (await WriteAsync(Path.GetFullPath(file, context.WorkingDirectory), json, cancellationToken) is { } fault)
        {
            return await context.FailAsync(fault);
        }

        await context.Error.WriteLineAsync($"{PlainText.OneLine(person.ToString())}: {counts}.");
        return ExitCode.Done;
    }

    private static async Task<string?> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
            };
            // It is about one person, and not for others on this machine.
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var writer = new StreamWriter(path, VerbContext.Utf8, options);
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written ({failure.Message.TrimEnd('.')}): name a new file with --output.";
        }
    }

    private static async Task<int> DeleteAsync(
        VerbContext context,
        PersonalRecords records,
        PersonId person,
        bool isSure,
        CancellationToken cancellationToken
    )
    {
        var name = PlainText.OneLine(person.ToString());
        if (!isSure)
        {
            var found = await records.ExportAsync(person, cancellationToken);
            await context.Error.WriteAsync($"{name}: {Counts(found)}. Delete it for good? Type yes: ");
            using var input = new StreamReader(context.Input, VerbContext.Utf8, leaveOpen: true);
            if ((await input.ReadLineAsync(cancellationToken))?.Trim() is not ("yes" or "Yes" or "YES"))
                return await context.FailAsync("Nothing was deleted.");
        }

        await using var output = context.OpenText();
        foreach (var (kind, count) in await records.DeleteAsync(person, cancellationToken))
        {
            if (count > 0)
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}: {count}") + (kind.Left is { } left ? $" (kept: {left})" : "")
                );
        }

        await output.WriteLineAsync($"Done: {name}. Backups made earlier still have it.");
        return ExitCode.Done;
    }

    private static string Counts(JsonObject export)
    {
        string[] kinds =
        [
            .. export
                .Where(kind => kind.Value is JsonArray { Count: > 0 })
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value!.AsArray().Count}")),
        ];
        return kinds.Length == 0 ? "nothing is kept" : string.Join(", ", kinds);
    }
}
