using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Receives events from Discord. Calls come from the connection's loop: they start work and return at once.</summary>
internal interface IDiscordEvents
{
    /// <summary>Handles the start of a session; called for each shard and each new session.</summary>
    void OnReady(Snowflake application, Snowflake bot);

    /// <summary>Handles a command, a click, what was entered in a dialog, or typing in a field with completion.</summary>
    void OnInteraction(InteractionJson interaction, IAcknowledgement acknowledgement);

    /// <summary>Handles a message. Its content is present only when it mentions the bot or is a direct message.</summary>
    void OnMessage(MessageJson message);
}
