using Microsoft.AspNetCore.Http;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Represents the connection to Discord. Thread-safe.</summary>
internal interface IDiscordTransport : IDisposable
{
    /// <summary>Gets the messenger.</summary>
    IDiscordMessenger Messenger { get; }

    /// <summary>Gets the token that is cancelled once Discord reports that the bot's token is not valid.</summary>
    CancellationToken TokenRevoked { get; }

    /// <summary>Keeps the gateway connected until cancelled, or until continuing is pointless, which is logged.</summary>
    Task RunGatewayAsync(IDiscordEvents events, CancellationToken cancellationToken);

    /// <summary>Returns the application that the bot's token belongs to; null: it could not be determined, which is logged.</summary>
    Task<Snowflake?> FindApplicationAsync(CancellationToken cancellationToken);

    /// <summary>Reads an interaction received over HTTP with a valid signature.</summary>
    /// <returns>The interaction; null: it is not one.</returns>
    Task<ReceivedInteraction?> ReadAsync(IHeaderDictionary headers, byte[] body);
}
