using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Access;
using NewsBot.Newsroom.Audit;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>keys add NAME</c>, <c>keys list</c> and <c>keys revoke NAME</c>: the keys of programs that call the API.</summary>
internal static class KeyVerbs
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("keys", "Makes, lists and revokes the keys of programs that call the API.")
        {
            CreateAdd(frame),
            CreateList(frame),
            CreateRevoke(frame),
        };
        verb.Examples(
            "newsbot keys add wire-desk --scope read --desk Sports --expires 90d",
            "newsbot keys list",
            "newsbot keys revoke wire-desk"
        );
        return verb;
    }

    private static Command CreateAdd(VerbFrame frame)
    {
        var name = Name();
        var scope = new Option<string[]>("--scope")
        {
            Description = $"What it may do: {string.Join(", ", ScopeNames.All)}; several times for several [default: ask and read]",
            HelpName = "SCOPE",
        };
        scope.AcceptOnlyFromAmong([.. ScopeNames.All]);
        var desk = new Option<string>("--desk") { Description = "The desk whose articles it sees", HelpName = "DESK" };
        var expires = new Option<string>("--expires") { Description = "Days such as 90d, or its last day (YYYY-MM-DD)", HelpName = "WHEN" };
        var json = Json();
        var verb = new Command("add", "Makes a key and prints it once.") { name, scope, desk, expires, json };
        frame.Run(
            verb,
            (arguments, settings, cancellationToken) =>
                AddAsync(
                    frame.Context,
                    settings,
                    new Wanted(
                        arguments.GetValue(name)!,
                        ScopeNames.Read(arguments.GetValue(scope) is { Length: > 0 } scopes ? scopes : ["ask", "read"]),
                        arguments.GetValue(desk),
                        arguments.GetValue(expires)
                    ),
                    arguments.GetValue(json),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command CreateList(VerbFrame frame)
    {
        var json = Json();
        var verb = new Command("list", "Lists the keys, without their secrets.") { json };
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                IReadOnlyList<ApiKey> all = OpenState.Exists(settings)
                    ? await ApiKeys.UseAsync(settings, keys => keys.ListAsync(cancellationToken))
                    : [];
                await using var output = frame.Context.OpenText();
                if (arguments.GetValue(json))
                {
                    IReadOnlyList<KeyJson> list = [.. all.Select(key => KeyJson.From(key))];
                    await output.WriteLineAsync(JsonSerializer.Serialize(list, NewsBotJson.Wire.IReadOnlyListKeyJson));
                    return ExitCode.Done;
                }

                if (all.Count == 0)
                    await output.WriteLineAsync("There are no keys. newsbot keys add NAME makes one.");
                foreach (var key in all)
                    await output.WriteLineAsync(Describe(key));
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command CreateRevoke(VerbFrame frame)
    {
        var name = Name();
        var verb = new Command("revoke", "Revokes a key; a running host refuses it from then on.") { name };
        frame.Run(
            verb,
            async (arguments, settings, cancellationToken) =>
            {
                var wanted = arguments.GetValue(name)!;
                if (!OpenState.Exists(settings) || !await ApiKeys.UseAsync(settings, keys => keys.RevokeAsync(wanted, cancellationToken)))
                    return await frame.Context.FailAsync($"There is no key {PlainText.OneLine(wanted)}: newsbot keys list names them all.");
                await VerbAudit.RecordAsync(frame.Context, settings, AuditAction.KeyRevoked, wanted, null, cancellationToken);
                await using var output = frame.Context.OpenText();
                await output.WriteLineAsync($"Revoked {wanted}.");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The operator's name for the key" };

    private static Option<bool> Json() => new("--json") { Description = "Print as JSON" };

    private static async Task<int> AddAsync(
        VerbContext context,
        NewsBotSettings settings,
        Wanted wanted,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        if (!ApiKey.IsName(wanted.Name))
            return await context.FailAsync($"A name has 1 to {ApiKey.MaxNameChars} letters, digits, dots and dashes.", ExitCode.WrongUsage);
        var desk = wanted.Desk is null ? null : settings.Digests.Desks.Named(wanted.Desk);
        if (wanted.Desk is not null && desk is null)
            return await context.FailAsync(
                $"There is no desk {PlainText.OneLine(wanted.Desk)}: name one listed under Digests:Desks in the settings.",
                ExitCode.WrongUsage
            );
        if (!TryReadEnd(wanted.Expires, now, out var expires))
            return await context.FailAsync("--expires takes days such as 90d, or a day to come, written YYYY-MM-DD.", ExitCode.WrongUsage);
        var (text, secret) = ApiKeyText.New();
        var key = new ApiKey(text.Id, wanted.Name, wanted.Scopes, desk?.Name, now, expires, null);
        if (!await ApiKeys.UseAsync(settings, keys => keys.AddAsync(key, text, cancellationToken)))
            return await context.FailAsync($"There is a key {wanted.Name} already: revoke it first, or take another name.");
        await VerbAudit.RecordAsync(context, settings, AuditAction.KeyMade, key.Name, key.Desk, cancellationToken);
        await using var output = context.OpenText();
        await output.WriteLineAsync(asJson ? JsonSerializer.Serialize(KeyJson.From(key, secret), NewsBotJson.Wire.KeyJson) : secret);
        if (!asJson)
            await context.Error.WriteLineAsync($"Keep this key now; it is not shown again. {Describe(key)}");
        return ExitCode.Done;
    }

    private static bool TryReadEnd(string? written, DateTimeOffset now, out DateTimeOffset? end)
    {
        end = null;
        if (written is null)
            return true;
        if (DayCount.TryRead(written, out var days))
            end = days is > 0 and <= ApiKey.MostDays ? now.AddDays(days) : null;
        else if (Day.TryParse(written, out var last) && last < DateOnly.MaxValue)
            end = new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return end > now;
    }

    private static string Describe(ApiKey key)
    {
        var desk = key.Desk is null ? "" : $", desk {key.Desk}";
        var end = key.Expires is { } expires
            ? string.Create(CultureInfo.InvariantCulture, $", expires {expires.UtcDateTime:d MMMM yyyy HH:mm} UTC")
            : "";
        var used = key.Used is { } day ? string.Create(CultureInfo.InvariantCulture, $", last used {day:d MMMM yyyy}") : ", never used";
        return $"{key.Name}: {string.Join(" and ", ScopeNames.Of(key.Scopes))}{desk}{end}{used}";
    }

    private sealed record Wanted(string Name, AccessScope Scopes, string? Desk, string? Expires);
}
