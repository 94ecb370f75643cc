using System.Globalization;
using System.Net.Http.Headers;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Rest;

/// <summary>Keeps requests within Discord's limits: of each route, and of all together. Thread-safe.</summary>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits. Reads Reset-After, never Reset: clocks differ.</remarks>
internal sealed class RateLimits(MonotonicClock clock)
{
    /// <summary>Specifies the number of requests a second for a bot, except to interaction endpoints.</summary>
    public const int RequestsPerSecond = 50;

    private const int SweepAt = 2000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> bucketOfRoute = [];
    private readonly Dictionary<(string Bucket, string Major), Bucket> buckets = [];
    private readonly SlidingWindow all = new(RequestsPerSecond, TimeSpan.FromSeconds(1), clock);
    private int sweepAt = SweepAt;
    private TimeSpan allBlockedUntil;

    /// <summary>Waits until the request may be sent.</summary>
    public async Task AcquireAsync(RestRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            Task? signal;
            lock (gate)
            {
                if (Find(request).TryTake(clock.Now, out wait, out signal))
                    break;
            }

            await (signal is null ? clock.DelayAsync(wait, cancellationToken) : signal.WaitAsync(cancellationToken));
        }

        if (request.IsExemptFromGlobalLimit)
            return;
        await all.AddAsync(cancellationToken);
        while (GlobalWait() is var wait && wait > TimeSpan.Zero)
            await clock.DelayAsync(wait, cancellationToken);
    }

    /// <summary>Records the route's limit from the headers of a response.</summary>
    public void Learn(RestRequest request, HttpResponseHeaders headers)
    {
        lock (gate)
        {
            if (Header(headers, "X-RateLimit-Bucket") is { } id && !(bucketOfRoute.TryGetValue(Key(request), out var known) && known == id))
            {
                Find(request).EndProbe();
                bucketOfRoute[Key(request)] = id;
            }

            var bucket = Find(request);
            if (
                Number(headers, "X-RateLimit-Limit") is { } limit
                && Number(headers, "X-RateLimit-Remaining") is { } remaining
                && Number(headers, "X-RateLimit-Reset-After") is { } seconds
            )
                bucket.Learn((int)limit, (int)remaining, clock.Now + TimeSpan.FromSeconds(seconds));
            else
                bucket.EndProbe();
        }
    }

    /// <summary>Releases the requests that waited for a response that never came.</summary>
    public void Abandon(RestRequest request)
    {
        lock (gate)
            Find(request).EndProbe();
    }

    /// <summary>Records that Discord rejected a request: nothing more of its kind is sent for a while.</summary>
    public void Block(RestRequest request, TimeSpan duration, bool isGlobal)
    {
        lock (gate)
        {
            if (isGlobal)
                allBlockedUntil = clock.Now + duration;
            else
                Find(request).Block(clock.Now + duration);
        }
    }

    private static string Key(RestRequest request) => $"{request.Method} {request.Route}";

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Header(headers, name), CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6 ? number : null;

    private TimeSpan GlobalWait()
    {
        lock (gate)
            return allBlockedUntil - clock.Now;
    }

    private Bucket Find(RestRequest request)
    {
        var key = (bucketOfRoute.GetValueOrDefault(Key(request), Key(request)), request.Major);
        if (buckets.TryGetValue(key, out var bucket))
            return bucket;
        if (buckets.Count >= sweepAt)
            Sweep();
        return buckets[key] = new Bucket();
    }

    /// <summary>Forgets buckets that are over: every interaction's token is a separate key.</summary>
    private void Sweep()
    {
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.IsStale(clock.Now))
                buckets.Remove(key);
        }

        sweepAt = Math.Max(SweepAt, buckets.Count * 2);
    }
}
