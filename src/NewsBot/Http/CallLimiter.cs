using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using NewsBot.Access;
using NewsBot.Newsroom.Spending;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>
/// Admits the calls of one person, key or address up to a number each minute, over all hosts that share a database. Callers on this machine
/// who say no name are not limited. Thread-safe.
/// </summary>
internal sealed class CallLimiter : PartitionedRateLimiter<HttpContext>
{
    private readonly TimeProvider time;
    private readonly long start;
    private readonly Buckets questions;
    private readonly Buckets reads;

    /// <summary>Initializes a limiter under which nobody has called yet.</summary>
    public CallLimiter(NewsBotSettings settings, TimeProvider time, SharedSpending spending)
    {
        this.time = time;
        start = time.GetTimestamp();
        questions = new Buckets("questions", settings.Access.Limits.QuestionsPerMinute, spending, () => Now);
        reads = new Buckets("reads", settings.Access.Limits.ReadsPerMinute, spending, () => Now);
    }

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var access = EndpointAccess.Of(resource);
        var caller = resource.RequestServices.GetRequiredService<CurrentCaller>().OrNull;
        if (access?.IsLimited == false || caller is { IsLocal: true, Id: null })
            return Lease.Admitted;
        var account = caller?.Id ?? AddressOf(resource.Connection.RemoteIpAddress);
        var wait = (access?.Costs(resource.Request) == true ? questions : reads).TryTake(account);
        return wait == TimeSpan.Zero ? Lease.Admitted : new Lease(wait);
    }

    /// <inheritdoc />
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource,
        int permitCount,
        CancellationToken cancellationToken
    ) => new(AttemptAcquireCore(resource, permitCount));

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

    /// <summary>Represents the buckets of all callers for one kind of call.</summary>
    private sealed class Buckets
    {
        private const int SweepAt = 10_000;
        private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(10);

        private readonly int perMinute;
        private readonly Func<TimeSpan> now;
        private readonly SharedLimit shared;
        private readonly ConcurrentDictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);
        private long sweptAt = -BetweenSweeps.Ticks;

        public Buckets(string name, int perMinute, SharedSpending spending, Func<TimeSpan> now)
        {
            this.perMinute = perMinute;
            this.now = now;
            shared = spending.Join(
                name,
                TimeSpan.FromMinutes(1),
                spent =>
                {
                    var then = now() - spent.Age;
                    Find(spent.Key, then).Overdraw(spent.Amount, then);
                }
            );
        }

        public TimeSpan TryTake(string account)
        {
            var key = shared.KeyOf(account);
            var at = now();
            var wait = Find(key, at).TryTake(at);
            if (wait == TimeSpan.Zero)
                shared.Add(key, 1);
            return wait;
        }

        private TokenBucket Find(string key, TimeSpan at)
        {
            if (buckets.TryGetValue(key, out var bucket))
                return bucket;
            Sweep();
            return buckets.GetOrAdd(key, _ => new TokenBucket(perMinute, at));
        }

        private void Sweep()
        {
            var at = now();
            var last = Interlocked.Read(ref sweptAt);
            if (
                at.Ticks - last < BetweenSweeps.Ticks
                || buckets.Count < SweepAt
                || Interlocked.CompareExchange(ref sweptAt, at.Ticks, last) != last
            )
                return;
            foreach (var (key, bucket) in buckets)
            {
                if (bucket.IsFull(at))
                    buckets.TryRemove(key, out _);
            }
        }
    }

    private sealed class Lease(TimeSpan wait) : RateLimitLease
    {
        public static Lease Admitted { get; } = new(TimeSpan.Zero);

        public override bool IsAcquired => wait == TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = !IsAcquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
