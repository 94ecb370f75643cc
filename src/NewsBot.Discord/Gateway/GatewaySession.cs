namespace NewsBot.Discord.Gateway;

/// <summary>What it takes to go on after a lost connection.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="ResumeAddress">Where it can be taken up again.</param>
internal sealed record GatewaySession(string Id, Uri ResumeAddress);
