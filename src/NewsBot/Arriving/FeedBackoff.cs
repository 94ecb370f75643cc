namespace NewsBot.Arriving;

/// <summary>When a feed is fetched again.</summary>
internal static class FeedBackoff
{
    /// <summary>The longest wait after failures, unless the server asks for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The longest wait that a server may ask for.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    private const int MaxDoublings = 16;

    /// <summary>The wait before the next fetch; it grows by up to a tenth, so that feeds do not come due together.</summary>
    /// <param name="every">The time between two fetches.</param>
    /// <param name="failures">Failures in a row; 0: the last fetch succeeded.</param>
    /// <param name="asked">What the server asked for, or null; never undercut, up to a day.</param>
    /// <param name="jitter">From 0 to less than 1, drawn anew each time.</param>
    public static TimeSpan Delay(TimeSpan every, int failures, TimeSpan? asked, double jitter)
    {
        var longest = every > Longest ? every : Longest;
        var wait = failures == 0 ? every : every * Math.Pow(2, Math.Min(failures - 1, MaxDoublings));
        wait = (wait < longest ? wait : longest) * (1 + (jitter / 10));
        if (asked is not { } least || least <= wait)
            return wait;
        return least < LongestAsked ? least : LongestAsked;
    }
}
