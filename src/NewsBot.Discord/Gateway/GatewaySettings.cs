using Microsoft.Extensions.Logging;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Gateway;

/// <summary>Represents the data shared by all shards.</summary>
internal sealed record GatewaySettings
{
    public required Uri Address { get; init; }

    public required int ShardCount { get; init; }

    public required string Token { get; init; }

    /// <summary>Gets the application's id from the settings; null: they do not name it.</summary>
    public Snowflake? Application { get; init; }

    /// <summary>Gets a value indicating whether the API is on a server other than Discord's.</summary>
    public bool IsRedirected { get; init; }

    public required bool Compress { get; init; }

    public required IGatewayConnector Connector { get; init; }

    public required IdentifyGate IdentifyGate { get; init; }

    public required IDiscordEvents Events { get; init; }

    public required DiscordApi Api { get; init; }

    /// <summary>Gets a random number from 0 to less than 1.</summary>
    public required Func<double> Jitter { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }
}
