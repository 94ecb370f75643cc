using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>Limits how often one person, key or address calls, and tells those who call too often when to try again.</summary>
internal static class CallLimits
{
    /// <summary>Adds the limits.</summary>
    public static void AddCallLimits(this IServiceCollection services, LimitSettings limits)
    {
        services.AddSingleton<CallLimiter>();
        services.AddRateLimiter(options => options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected, limits)));
        services.AddOptions<RateLimiterOptions>().Configure<CallLimiter>((options, limiter) => options.GlobalLimiter = limiter);
    }

    private static Task RefuseAsync(OnRejectedContext rejected, LimitSettings limits)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        var costs = EndpointAccess.Of(context)?.Costs(context.Request) == true;
        var (most, what) = costs ? (limits.QuestionsPerMinute, "questions") : (limits.ReadsPerMinute, "requests");
        context
            .RequestServices.GetRequiredService<LimitMeter>()
            .Add(costs ? nameof(LimitSettings.QuestionsPerMinute) : nameof(LimitSettings.ReadsPerMinute));
        return FailureMiddleware.WriteAsync(
            context,
            new Problem(
                StatusCodes.Status429TooManyRequests,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"That is more than {most} {what} a minute. Wait {(seconds == "1" ? "a second" : seconds + " seconds")}, and try again."
                )
            )
        );
    }
}
