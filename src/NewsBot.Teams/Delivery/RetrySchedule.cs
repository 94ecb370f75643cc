namespace NewsBot.Teams.Delivery;

/// <summary>Determines when a post that was not delivered is sent again.</summary>
internal static class RetrySchedule
{
    /// <summary>
    /// Specifies the number of consecutive attempts, while later posts of the conversation wait (Teams rate limits: three, 2 to 20 seconds
    /// apart).
    /// </summary>
    public const int TriesInARow = 3;

    /// <summary>Specifies the number of attempts, spread over more than an hour, after which a post is given up.</summary>
    public const int MaxTries = 12;

    /// <summary>Specifies the longest wait that holds up the conversation.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstAside = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAside = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>Returns the wait before the next attempt.</summary>
    /// <param name="tries">Attempts so far, 1 or more.</param>
    /// <param name="asked">The wait that the other side requested (Retry-After), or null; never undercut, up to an hour.</param>
    /// <param name="jitter">0 to 1, drawn each time, so that conversations do not return together.</param>
    public static TimeSpan Delay(int tries, TimeSpan? asked, double jitter)
    {
        var wait = tries < TriesInARow ? Grown(First, tries - 1, LongestHold) : Grown(FirstAside, tries - TriesInARow, LongestAside);
        wait += Min(wait / 2, tries < TriesInARow ? LongestHold - wait : wait) * jitter;
        return asked is { } least && least > wait ? Min(least, LongestAsked) : wait;
    }

    private static TimeSpan Grown(TimeSpan first, int steps, TimeSpan most) => Min(first * Math.Pow(2, Math.Min(steps, 20)), most);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
