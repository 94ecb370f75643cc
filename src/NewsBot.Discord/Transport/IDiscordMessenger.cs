using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Everything that NewsBot does on Discord besides first answers. Failures are values.</summary>
internal interface IDiscordMessenger
{
    /// <summary>Replaces all commands of the application, on one server or everywhere.</summary>
    Task<DeliveryFailure?> RegisterCommandsAsync(
        Snowflake application,
        ulong? guild,
        IReadOnlyList<CommandDefinition> commands,
        CancellationToken cancellationToken
    );

    /// <summary>Puts a message in the place of the first answer.</summary>
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

    /// <summary>Puts a message in the place of one of the bot's own.</summary>
    Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage edited,
        CancellationToken cancellationToken
    );

    /// <summary>The direct channel with a person.</summary>
    Task<(ChannelJson? Channel, DeliveryFailure? Failure)> OpenDirectChannelAsync(Snowflake user, CancellationToken cancellationToken);

    /// <summary>A channel or thread.</summary>
    Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindChannelAsync(Snowflake channel, CancellationToken cancellationToken);
}
