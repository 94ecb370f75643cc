namespace NewsBot.Newsroom.Subscriptions;

/// <summary>How deliveries are timed.</summary>
public sealed record DeliveryOptions
{
    /// <summary>A host that claimed deliveries and says nothing for this long is taken for dead.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A post that comes this long after it was due is marked late.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A digest is not posted when it is older than this.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Before the second try; each further one waits twice as long as the one before, at most half an hour.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Deliveries at a time; from 1.</summary>
    public int MaxParallel { get; init; } = 8;

    internal TimeSpan RetryAfter(int tries) => TimeSpan.FromTicks(Math.Min(TimeSpan.FromMinutes(30).Ticks, FirstRetry.Ticks << Math.Min(tries, 10)));
}
