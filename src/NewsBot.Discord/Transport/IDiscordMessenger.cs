using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Provides everything that NewsBot does on Discord besides first answers. Failures are values.</summary>
internal interface IDiscordMessenger
{
    /// <summary>Replaces all commands of the application, on one server or everywhere.</summary>
    Task<DeliveryFailure?> RegisterCommandsAsync(
        Snowflake application,
        ulong? guild,
        IReadOnlyList<CommandDefinition> commands,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces the first answer by a message.</summary>
    Task<(MessageJson? Message, DeliveryFailure? Failure)> EditOriginalAsync(
        Snowflake application,
        string token,
        OutgoingMessage message,
        CancellationToken cancellationToken
    );

    /// <summary>Posts a message in a channel; it must have a nonce.</summary>
    Task<(MessageJson? Message, DeliveryFailure? Failure)> PostAsync(
        Snowflake channel,
        OutgoingMessage message,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces one of the bot's own messages.</summary>
    Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage edited,
        CancellationToken cancellationToken
    );

    /// <summary>Returns the direct channel with a person.</summary>
    Task<(ChannelJson? Channel, DeliveryFailure? Failure)> OpenDirectChannelAsync(Snowflake user, CancellationToken cancellationToken);

    /// <summary>Returns a channel or thread.</summary>
    Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindChannelAsync(Snowflake channel, CancellationToken cancellationToken);
}
