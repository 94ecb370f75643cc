using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Rest;

/// <summary>
/// Stops sending when too many requests were refused: Discord bans an address after 10,000 answers of 401, 403 and 429 within 10 minutes.
/// </summary>
internal sealed class InvalidRequestBudget(MonotonicClock clock)
{
    /// <summary>A twentieth of what Discord bears: several hosts may share an address.</summary>
    public const int Limit = 500;

    private readonly SlidingWindow refusals = new(Limit, TimeSpan.FromMinutes(10), clock);

    /// <summary>Whether nothing may be sent.</summary>
    public bool IsSpent => refusals.Count >= Limit;

    /// <summary>Counts a refusal.</summary>
    public void Count() => refusals.TryAdd();
}
