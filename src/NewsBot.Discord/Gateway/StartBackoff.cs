namespace NewsBot.Discord.Gateway;

/// <summary>How long to wait before Discord is asked again whether it is there, when a bot starts.</summary>
internal static class StartBackoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>5 seconds, twice as long after each further attempt, at most 2 minutes.</summary>
    /// <param name="attempt">How many failed before this one, from 0.</param>
    public static TimeSpan After(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(attempt, 6))));
}
