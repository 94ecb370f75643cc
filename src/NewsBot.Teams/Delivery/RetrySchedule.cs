namespace NewsBot.Teams.Delivery;

/// <summary>When a post that was not delivered is sent again.</summary>
internal static class RetrySchedule
{
    /// <summary>
    /// Tries in a row, while later posts of the conversation wait (Teams rate limits: three tries, 2 to 20 seconds apart).
    /// </summary>
    public const int TriesInARow = 3;

    /// <summary>After so many tries, spread over more than an hour, a post is given up.</summary>
    public const int MaxTries = 12;

    /// <summary>A wait longer than this does not hold up the conversation.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstAside = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAside = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>The wait before the next try.</summary>
    /// <param name="tries">Tries so far, 1 or more.</param>
    /// <param name="asked">What the other side asked for (Retry-After), or null; it is never undercut, up to an hour.</param>
    /// <param name="jitter">0 to 1, drawn anew each time, so that conversations do not come back together.</param>
    public static TimeSpan Delay(int tries, TimeSpan? asked, double jitter)
    {
        var wait = tries < TriesInARow ? Grown(First, tries - 1, LongestHold) : Grown(FirstAside, tries - TriesInARow, LongestAside);
        wait += Min(wait / 2, tries < TriesInARow ? LongestHold - wait : wait) * jitter;
        return asked is { } least && least > wait ? Min(least, LongestAsked) : wait;
    }

    private static TimeSpan Grown(TimeSpan first, int steps, TimeSpan most) => Min(first * Math.Pow(2, Math.Min(steps, 20)), most);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
