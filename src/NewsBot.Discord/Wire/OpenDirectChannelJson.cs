namespace NewsBot.Discord.Wire;

/// <summary>Asks for the direct channel with a person.</summary>
internal sealed record OpenDirectChannelJson(Snowflake RecipientId);
