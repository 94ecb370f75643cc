namespace NewsBot.Arriving;

/// <summary>Computes when a feed is fetched next.</summary>
internal static class FeedBackoff
{
    /// <summary>Specifies the longest wait after failures, unless the server asks for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Specifies the longest wait that a server may ask for.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    private const int MaxDoublings = 16;

    /// <summary>Returns the wait before the next fetch, lengthened by up to a tenth so that feeds do not fall due together.</summary>
    /// <param name="every">The time between two fetches.</param>
    /// <param name="failures">Failures in a row; 0: the last fetch succeeded.</param>
    /// <param name="asked">The wait that the server asked for, or null; never undercut, up to a day.</param>
    /// <param name="jitter">From 0 to less than 1, drawn each time.</param>
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
