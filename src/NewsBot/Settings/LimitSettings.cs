namespace NewsBot.Settings;

/// <summary>Represents how often one caller may call, and how much work is done at once.</summary>
/// <param name="QuestionsPerMinute">The questions of one person, key or address in a minute.</param>
/// <param name="ReadsPerMinute">The other requests of one person, key or address in a minute.</param>
/// <param name="QuestionsAtOnce">The questions answered at once, of all callers together.</param>
/// <param name="QuestionsWaiting">The questions that may wait for their turn; callers with further ones are asked to try again.</param>
/// <param name="LongestWait">How long one waits for its turn; then its caller is asked to try again.</param>
internal sealed record LimitSettings(
    int QuestionsPerMinute,
    int ReadsPerMinute,
    int QuestionsAtOnce,
    int QuestionsWaiting,
    TimeSpan LongestWait
)
{
    /// <summary>Reads section <c>Access:Limits</c>.</summary>
    public static LimitSettings Read(SettingsReader reader) =>
        new(
            reader.Whole("Access:Limits:QuestionsPerMinute", 60, 1, 100_000),
            reader.Whole("Access:Limits:ReadsPerMinute", 600, 1, 1_000_000),
            reader.Whole("Access:Limits:QuestionsAtOnce", 16, 1, 10_000),
            reader.Whole("Access:Limits:QuestionsWaiting", 256, 0, 100_000),
            TimeSpan.FromSeconds(reader.Whole("Access:Limits:SecondsWaiting", 5, 1, 600))
        );
}
