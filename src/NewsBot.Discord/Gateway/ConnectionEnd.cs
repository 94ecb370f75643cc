namespace NewsBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Next">What to do now.</param>
/// <param name="Reason">For the log.</param>
/// <param name="Remedy">What a person has to do; empty unless nothing follows.</param>
/// <param name="WasReady">Whether a session was running on it.</param>
/// <param name="Pause">The least time to wait.</param>
internal sealed record ConnectionEnd(NextStep Next, string Reason, string Remedy = "", bool WasReady = false, TimeSpan Pause = default);
