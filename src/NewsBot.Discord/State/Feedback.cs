namespace NewsBot.Discord.State;

/// <summary>Represents a person's opinion of an answer.</summary>
/// <param name="Trace">The answer.</param>
/// <param name="User">The person's id.</param>
/// <param name="IsUseful">The verdict.</param>
/// <param name="At">When it was given.</param>
internal sealed record Feedback(string Trace, ulong User, bool IsUseful, DateTimeOffset At);
