using NewsBot.Discord;
using NewsBot.Discord.Options;
using NewsBot.Mcp;
using NewsBot.Requests;
using NewsBot.Settings;
using NewsBot.Teams;

namespace NewsBot.Http;

/// <summary>
/// Restricts a host that listens on loopback only to the names of this machine and of <c>PublicUrl</c>: otherwise a web site could point
/// one of its names at 127.0.0.1 and read the archive through the reader's browser (DNS rebinding).
/// </summary>
internal static class HostGuard
{
    /// <summary>
    /// Determines whether the callers of a path prove who they are. Calls of Teams and Discord through a tunnel arrive on loopback under
    /// the tunnel's name: both sign them, and assistants send their key. Teams without an app id does not count: it trusts every loopback
    /// caller.
    /// </summary>
    private static bool ChecksItsCallers(PathString path, NewsBotSettings settings) =>
        (path.Equals(McpServices.Path, StringComparison.OrdinalIgnoreCase))
        || (settings.Teams.AppId is not null && path.Equals(TeamsEndpoints.Path, StringComparison.OrdinalIgnoreCase))
        || (
            settings.Discord is { IsOn: true, Mode: DiscordMode.Http }
            && path.Equals(DiscordServices.InteractionsPath, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Rejects requests to other names.</summary>
    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app, NewsBotSettings settings)
    {
        if (!settings.Urls.All(ListeningAddress.IsLoopback))
            return app;
        var allowed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };
        allowed.UnionWith(settings.Urls.Select(url => ListeningAddress.ToBrowse(url).Host));
        if (settings.PublicUrl is { } publicUrl)
            allowed.Add(publicUrl.Host);
        return app.Use(
            (context, next) =>
                allowed.Contains(context.Request.Host.Host) || ChecksItsCallers(context.Request.Path, settings)
                    ? next(context)
                    : FailureMiddleware.WriteAsync(
                        context,
                        new Problem(
                            StatusCodes.Status400BadRequest,
                            "NewsBot does not answer under this host name. The operator can allow it with the setting PublicUrl."
                        )
                    )
        );
    }
}
