namespace NewsBot.Discord.Wire;

/// <summary>Represents a request for the direct channel with a person.</summary>
internal sealed record OpenDirectChannelJson(Snowflake RecipientId);
