using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Takes what happens on Discord. Calls come from the connection's own loop: they start work and return at once.</summary>
internal interface IDiscordEvents
{
    /// <summary>A session has begun; comes again for each shard and each new session.</summary>
    void OnReady(Snowflake application, Snowflake bot);

    /// <summary>Somebody used a command, clicked, or types in a field that completes.</summary>
    void OnInteraction(InteractionJson interaction, IAcknowledgement acknowledgement);

    /// <summary>Somebody wrote a message. Its content is there only when it mentions the bot or is a direct message.</summary>
    void OnMessage(MessageJson message);
}
