using System.Globalization;
using NewsBot.Requests;

namespace NewsBot.Http;

/// <summary>
/// Answers 503 while the data directory is not what the host opened: what would be stored would be lost, and Teams and Discord send again
/// what was not accepted.
/// </summary>
internal static class DataDirectoryGuard
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Guards every address but those of the liveness check and of the pages' assets.</summary>
    public static void UseDataDirectoryGuard(this WebApplication app)
    {
        var directory = app.Services.GetRequiredService<DataDirectory>();
        // By then the services that start with the host hold the lock of the directory.
        app.Lifetime.ApplicationStarted.Register(directory.Mark);
        app.Use(
            (context, next) =>
            {
                var path = context.Request.Path;
                if (path.StartsWithSegments("/health/live") || path.StartsWithSegments("/assets") || directory.Problem() is not { } problem)
                    return next(context);
                context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return FailureMiddleware.WriteAsync(context, new Problem(StatusCodes.Status503ServiceUnavailable, problem));
            }
        );
    }
}
