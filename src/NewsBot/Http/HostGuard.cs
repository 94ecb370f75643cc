using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>
/// While the host listens on loopback only, it answers to the names of this machine and of <c>PublicUrl</c> only: otherwise a web
/// site could point a name of its own at 127.0.0.1 and read the archive through the reader's browser (DNS rebinding).
/// </summary>
internal static class HostGuard
{
    /// <summary>Refuses requests to other names.</summary>
    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app, NewsBotSettings settings)
    {
        if (!settings.Urls.All(ListeningAddress.IsLoopback)) return app;
        var allowed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };
        allowed.UnionWith(settings.Urls.Select(url => ListeningAddress.ToBrowse(url).Host));
        if (settings.PublicUrl is { } publicUrl) allowed.Add(publicUrl.Host);
        return app.Use((context, next) => allowed.Contains(context.Request.Host.Host)
            ? next(context)
            : FailureMiddleware.WriteAsync(context, new Problem(
                StatusCodes.Status400BadRequest, "NewsBot does not go by this host name. Its operator can allow it by the setting PublicUrl.")));
    }
}
