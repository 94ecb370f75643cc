using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>audit [--since WHEN] [--who WHO] [--json]</c>: who asked, read and changed what.</summary>
internal static class AuditVerb
{
    private const int PageSize = 500;

    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var since = new Option<string>("--since")
        {
            Description = "Only entries of the last days, such as 7d, or from a day on (YYYY-MM-DD)",
            HelpName = "WHEN",
        };
        var who = new Option<string>("--who")
        {
            Description = "Only entries of this person or key: a name, or an id such as teams:ID",
            HelpName = "WHO",
        };
        var json = new Option<bool>("--json") { Description = "Print each entry as a line of JSON" };
        var verb = new Command("audit", "Lists who asked, read and changed what, newest first.") { since, who, json };
        verb.Examples("newsbot audit --since 7d", "newsbot audit --who jane --json");
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                if (!TryReadStart(arguments.GetValue(since), TimeProvider.System.GetUtcNow(), out var start))
                    return await frame.Context.FailAsync(
                        "--since takes days such as 7d, or a day written YYYY-MM-DD.",
                        ExitCode.WrongUsage
                    );
                return await ListAsync(
                    frame.Context,
                    settings,
                    start,
                    arguments.GetValue(who),
                    arguments.GetValue(json),
                    cancellationToken
                );
            }
        );
        return verb;
    }

    private static async Task<int> ListAsync(
        VerbContext context,
        NewsBotSettings settings,
        DateTimeOffset since,
        string? who,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        var any = false;
        await using var output = context.OpenText();
        if (OpenState.Exists(settings))
        {
            await using var state = OpenState.Open(settings, [AuditTable.Schema]);
            IReadOnlyList<AuditEntry> page = [];
            do
            {
                var before = page.Count == 0 ? long.MaxValue : page[^1].Id;
                page = await state.ReadAsync(db => AuditTable.Read(db, since, who, before, PageSize), cancellationToken);
                any |= page.Count > 0;
                foreach (var entry in page)
                    await output.WriteLineAsync(
                        asJson ? JsonSerializer.Serialize(AuditJson.From(entry), NewsBotJson.Wire.AuditJson) : Describe(entry)
                    );
            } while (page.Count == PageSize);
        }

        if (!any && !asJson)
            await output.WriteLineAsync(
                settings.Audit.Days == 0 ? "Nothing is recorded: the setting Audit:Days is 0." : "The audit log has no such entries."
            );
        return ExitCode.Done;
    }

    private static bool TryReadStart(string? written, DateTimeOffset now, out DateTimeOffset start)
    {
        start = DateTimeOffset.UnixEpoch;
        if (written is null)
            return true;
        if (DayCount.TryRead(written, out var days))
        {
            if (days > AuditSettings.MostDays)
                return false;
            start = now.AddDays(-days);
            return true;
        }

        if (!Day.TryParse(written, out var day))
            return false;
        start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return true;
    }

    private static string Describe(AuditEntry entry)
    {
        string?[] parts =
        [
            $"{WhoOf(entry.By)} ({entry.By.Channel})",
            AuditTable.NameOf(entry.Action).Replace('_', ' '),
            entry.Target,
            entry.Question is { } question ? $"“{question}”" : null,
            entry.Outcome,
            entry.Desk is { } desk ? $"desk {desk}" : null,
        ];
        return PlainText.OneLine(
            string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, ")
                + string.Join(", ", parts.OfType<string>())
        );
    }

    private static string WhoOf(AuditActor by) =>
        (by.Name, by.Id) switch
        {
            ({ } name, { } id) => $"{name}, {id}",
            ({ } name, null) => name,
            (null, { } id) => id,
            _ => "somebody without a name",
        };
}
