namespace NewsBot.Discord.Gateway;

/// <summary>Represents the end of a connection.</summary>
/// <param name="Next">What to do now.</param>
/// <param name="Reason">The reason, for the log.</param>
/// <param name="Remedy">The remedy for a person; empty unless nothing follows.</param>
/// <param name="WasReady">Whether a session was running on it.</param>
/// <param name="Pause">The minimum wait.</param>
internal sealed record ConnectionEnd(NextStep Next, string Reason, string Remedy = "", bool WasReady = false, TimeSpan Pause = default);
