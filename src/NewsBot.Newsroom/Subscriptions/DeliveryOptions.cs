using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents the timing of deliveries. Immutable.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Gets how long a host that claimed deliveries may stay silent before they are taken over. Default 5 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long after it was due a post is marked late. Default 15 minutes.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets the age beyond which a digest is not posted. Default 6 hours.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// Gets the wait before the second attempt. Each further wait is twice as long, up to half an hour. Default 1 minute.
    /// </summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the most deliveries at a time; at least 1. Default 8.</summary>
    public int MaxParallel { get; init; } = 8;

    /// <summary>Gets <see cref="GiveUpAfter"/> in words, such as <c>6 hours</c> or <c>90 minutes</c>.</summary>
    internal string GiveUpAfterText =>
        GiveUpAfter.Ticks % TimeSpan.TicksPerHour == 0
            ? DigestText.Count((int)GiveUpAfter.TotalHours, "hour", "hours")
            : DigestText.Count((int)GiveUpAfter.TotalMinutes, "minute", "minutes");

    /// <summary>
    /// Returns the wait before the next attempt: at least what the receiver asks for, but no longer than attempts are made.
    /// </summary>
    internal TimeSpan RetryAfter(int tries, TimeSpan? asked)
    {
        var usual = TimeSpan.FromTicks(Math.Min(TimeSpan.FromMinutes(30).Ticks, FirstRetry.Ticks << Math.Min(tries, 10)));
        return asked > usual ? TimeSpan.FromTicks(Math.Min(asked.Value.Ticks, GiveUpAfter.Ticks)) : usual;
    }
}
