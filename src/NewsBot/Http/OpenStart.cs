using NewsBot.Access;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>Checks before a start who could reach the host, and says so.</summary>
internal static class OpenStart
{
    /// <summary>Returns what prevents the start: addresses that others reach but nobody could use, or a sign-in without TLS.</summary>
    public static async Task<SettingProblem?> CheckAsync(NewsBotSettings settings, CancellationToken cancellationToken)
    {
        var beyond = settings.Urls.FirstOrDefault(url => !ListeningAddress.IsLoopback(url));
        var access = settings.Access;
        if (
            access.SignIn is not null
            && (beyond is not null || settings.PublicUrl is { IsLoopback: false })
            && !IsHttps(settings.PublicUrl)
        )
            return new SettingProblem(
                "PublicUrl",
                "is not an https address, which signing in needs",
                "set the https address that readers use, or remove Access:SignIn"
            );
        if (beyond is null || access.SignIn is not null || access.AllowAnonymous || HasChannel(settings) || settings.Mcp.Key is not null)
            return null;
        return await HasKeysAsync(settings, cancellationToken)
            ? null
            : new SettingProblem(
                "Urls",
                $"contains {beyond}, which others reach, but nobody may use NewsBot from there",
                "set Access:SignIn:Authority so that people can sign in, or Access:AllowAnonymous to true to let everyone in"
            );
    }

    /// <summary>Returns what the operator should know about who gets in; null: nothing.</summary>
    public static string? Warning(NewsBotSettings settings) =>
        settings.Access.AllowAnonymous
            ? "Warning: Access:AllowAnonymous is true, so everyone who reaches this host can read the archive and ask questions."
            : null;

    private static bool IsHttps(Uri? url) => url?.Scheme == Uri.UriSchemeHttps;

    private static bool HasChannel(NewsBotSettings settings) => settings.Teams.AppId is not null || settings.Discord.PublicKey is not null;

    private static async Task<bool> HasKeysAsync(NewsBotSettings settings, CancellationToken cancellationToken) =>
        OpenState.Exists(settings) && (await ApiKeys.UseAsync(settings, keys => keys.ListAsync(cancellationToken))).Count > 0;
}
