using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>Limits how often one person, key or address calls. Callers on this machine who say no name are not limited.</summary>
internal static class CallLimits
{
    /// <summary>Adds the limits.</summary>
    public static void AddCallLimits(this IServiceCollection services, LimitSettings limits) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string Caller, bool Costs)>(context =>
                PartitionOf(context, limits)
            );
            options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected, limits));
        });

    private static RateLimitPartition<(string Caller, bool Costs)> PartitionOf(HttpContext context, LimitSettings limits)
    {
        var access = EndpointAccess.Of(context);
        var caller = context.RequestServices.GetRequiredService<CurrentCaller>().OrNull;
        if (access?.IsLimited == false || caller is { IsLocal: true, Id: null })
            return RateLimitPartition.GetNoLimiter(("", false));
        var costs = access?.Costs(context.Request) == true;
        var key = (caller?.Id ?? AddressOf(context.Connection.RemoteIpAddress), costs);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => BucketOf(costs ? limits.QuestionsPerMinute : limits.ReadsPerMinute));
    }

    private static TokenBucketRateLimiterOptions BucketOf(int perMinute) =>
        new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        };

    // A home has a /64 of IPv6 addresses and may use any of them.
    private static string AddressOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
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
