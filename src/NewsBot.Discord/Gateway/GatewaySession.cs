namespace NewsBot.Discord.Gateway;

/// <summary>Represents the data needed to continue after a lost connection.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="ResumeAddress">The address for resuming it.</param>
internal sealed record GatewaySession(string Id, Uri ResumeAddress);
