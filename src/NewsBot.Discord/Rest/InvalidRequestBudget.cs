using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Rest;

/// <summary>
/// Stops sending after too many rejected requests: Discord bans an address after 10,000 responses of 401, 403 and 429 within 10 minutes.
/// </summary>
internal sealed class InvalidRequestBudget(MonotonicClock clock)
{
    /// <summary>Specifies a twentieth of Discord's limit: several hosts may share an address.</summary>
    public const int Limit = 500;

    private readonly SlidingWindow refusals = new(Limit, TimeSpan.FromMinutes(10), clock);

    /// <summary>Gets a value indicating whether nothing may be sent.</summary>
    public bool IsSpent => refusals.Count >= Limit;

    /// <summary>Counts a rejection.</summary>
    public void Count() => refusals.TryAdd();
}
