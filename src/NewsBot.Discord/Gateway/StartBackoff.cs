namespace NewsBot.Discord.Gateway;

/// <summary>Computes the wait before a starting bot tries to reach Discord again.</summary>
internal static class StartBackoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Returns 5 seconds, doubled after each further attempt, at most 2 minutes.</summary>
    /// <param name="attempt">How many failed before this one, from 0.</param>
    public static TimeSpan After(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(attempt, 6))));
}
