using Microsoft.Extensions.Logging;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Gateway;

/// <summary>What all shards share.</summary>
internal sealed record GatewaySettings
{
    public required Uri Address { get; init; }

    public required int ShardCount { get; init; }

    public required string Token { get; init; }

    /// <summary>The application's id where the settings name it.</summary>
    public Snowflake? Application { get; init; }

    /// <summary>Whether the API is another server than Discord's own.</summary>
    public bool IsRedirected { get; init; }

    public required bool Compress { get; init; }

    public required IGatewayConnector Connector { get; init; }

    public required IdentifyGate IdentifyGate { get; init; }

    public required IDiscordEvents Events { get; init; }

    public required DiscordApi Api { get; init; }

    /// <summary>From 0 to less than 1.</summary>
    public required Func<double> Jitter { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }
}
