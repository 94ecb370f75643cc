using Microsoft.AspNetCore.Http;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>The way to Discord and back. Thread-safe.</summary>
internal interface IDiscordTransport : IDisposable
{
    /// <summary>Sends.</summary>
    IDiscordMessenger Messenger { get; }

    /// <summary>Cancelled once Discord said that the bot's token is not valid.</summary>
    CancellationToken TokenRevoked { get; }

    /// <summary>Keeps the gateway connected until cancelled, or until going on makes no sense; that is said in the log then.</summary>
    Task RunGatewayAsync(IDiscordEvents events, CancellationToken cancellationToken);

    /// <summary>Which application the bot's token belongs to; null: it could not be found out, which is in the log then.</summary>
    Task<Snowflake?> FindApplicationAsync(CancellationToken cancellationToken);

    /// <summary>Reads an interaction that came by HTTP and whose signature is right.</summary>
    /// <returns>Null: it is none.</returns>
    Task<ReceivedInteraction?> ReadAsync(IHeaderDictionary headers, byte[] body);
}
