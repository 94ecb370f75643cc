using System.Globalization;
using NewsBot.Access;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Staff;

namespace NewsBot.Administration;

/// <summary>
/// Lists, makes and revokes the keys of programs for staff, and lists the desks. Staff with a desk of their own deal with the keys of that
/// desk alone. Thread-safe.
/// </summary>
internal sealed class KeyPage(StaffGate gate, ApiKeys keys, NewsBotSettings settings, INewsroom newsroom, TimeProvider time)
{
    /// <summary>Specifies the decision of a form that makes a key.</summary>
    public const string Add = "add";

    /// <summary>Specifies the decision of a form that revokes a key.</summary>
    public const string Revoke = "revoke";

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(context => WriteAsync(context, null, StatusCodes.Status200OK));

    /// <summary>Makes or revokes the key that a form of the page names.</summary>
    public RequestDelegate Decide =>
        gate.Form(
            (context, form) =>
                form["decision"].ToString() switch
                {
                    Add => AddAsync(context, form),
                    Revoke => RevokeAsync(context, form["name"].ToString()),
                    _ => StaffGate.RefuseAsync(context, StatusCodes.Status400BadRequest, $"A decision is {Add} or {Revoke}."),
                }
        );

    private async Task AddAsync(HttpContext context, IFormCollection form)
    {
        var (name, scopes) = (form["name"].ToString().Trim(), form["scope"].OfType<string>().ToArray());
        var (wanted, written) = (form["desk"].ToString().Trim(), form["days"].ToString().Trim());
        var own = DeskView.Of(context)?.Name;
        var desk = own ?? (wanted.Length == 0 ? null : settings.Digests.Desks.Named(wanted)?.Name);
        var isNumber = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        var problem =
            !ApiKey.IsName(name) ? $"A name has 1 to {ApiKey.MaxNameChars} letters, digits, dots and dashes."
            : scopes.Length == 0 || scopes.Except(ScopeNames.All).Any() ? "Choose at least one thing that the key opens."
            : wanted.Length > 0 && desk is null ? "There is no such desk: choose one of the list."
            : written.Length > 0 && !(isNumber && days is > 0 and <= ApiKey.MostDays) ? $"A key is valid for 1 to {ApiKey.MostDays} days."
            : null;
        if (problem is not null)
        {
            await WriteAsync(context, $"No key was made. {problem}", StatusCodes.Status400BadRequest);
            return;
        }

        var now = time.GetUtcNow();
        var (text, secret) = ApiKeyText.New();
        var key = new ApiKey(text.Id, name, ScopeNames.Read(scopes), desk, now, isNumber ? now.AddDays(days) : null, null);
        if (!await keys.AddAsync(key, text, context.RequestAborted))
        {
            await WriteAsync(
                context,
                $"No key was made. There is a key {name} already: revoke it first, or take another name.",
                StatusCodes.Status409Conflict
            );
            return;
        }

        RequestAudit.Record(context, AuditActor.Page, AuditAction.KeyMade, key.Name, settings.Digests.Desks.Named(desk ?? ""));
        await WriteAsync(context, $"Made the key {name}.", StatusCodes.Status200OK, secret);
    }

    private async Task RevokeAsync(HttpContext context, string name)
    {
        if (!(await ListAsync(context)).Any(key => key.Name == name) || !await keys.RevokeAsync(name, context.RequestAborted))
        {
            await WriteAsync(context, "Nothing was revoked: there is no such key.", StatusCodes.Status404NotFound);
            return;
        }

        RequestAudit.Record(context, AuditActor.Page, AuditAction.KeyRevoked, name);
        await WriteAsync(context, $"Revoked the key {name}.", StatusCodes.Status200OK);
    }

    private async Task<IReadOnlyList<ApiKey>> ListAsync(HttpContext context)
    {
        var own = DeskView.Of(context)?.Name;
        return [.. (await keys.ListAsync(context.RequestAborted)).Where(key => own is null || key.Desk == own)];
    }

    private async Task WriteAsync(HttpContext context, string? told, int status, string? secret = null)
    {
        var own = DeskView.Of(context)?.Name;
        // The secret of a new key is shown once, and kept nowhere.
        if (secret is not null)
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        await PageResponse.WriteAsync<KeyView>(
            context,
            new()
            {
                [nameof(KeyView.Token)] = gate.Token,
                [nameof(KeyView.Told)] = told,
                [nameof(KeyView.Secret)] = secret,
                [nameof(KeyView.Keys)] = (await ListAsync(context)).Select(FactsOf).ToArray(),
                [nameof(KeyView.Own)] = own,
                [nameof(KeyView.Desks)] = newsroom.Desks.All.Where(desk => own is null || desk.Name == own).ToArray(),
            },
            status
        );
    }

    private (string Name, IReadOnlyList<string> Facts, string? Expired) FactsOf(ApiKey key)
    {
        var hasExpired = key.Expires <= time.GetUtcNow();
        string?[] facts =
        [
            string.Join(", ", ScopeNames.Of(key.Scopes)),
            key.Desk is { } desk ? $"desk {desk}" : "no desk",
            key.Used is { } used ? $"last used {used.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "never used",
            hasExpired ? null
            : key.Expires is { } end ? $"expires {ItemText.Show(end)}"
            : "does not expire",
        ];
        return (key.Name, [.. facts.OfType<string>()], hasExpired ? $"expired {AdminText.Of(key.Expires, "")}" : null);
    }
}
