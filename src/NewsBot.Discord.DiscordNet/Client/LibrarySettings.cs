using Discord;
using Discord.Net.WebSockets;
using Discord.Rest;
using Discord.WebSocket;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>Specifies how the library is configured.</summary>
internal static class LibrarySettings
{
    /// <summary>Returns the configuration for the gateway.</summary>
    public static DiscordSocketConfig ForGateway(RestRequests requests, WebSocketProvider sockets) =>
        new()
        {
            RestClientProvider = requests.NewClient,
            WebSocketProvider = sockets,
            GatewayIntents = (GatewayIntents)GatewayShard.Intents,
            DefaultRetryMode = RetryMode.RetryRatelimit,
            // Clocks differ: limits end after a period, not at a time, and an interaction's age is measured here.
            UseSystemClock = false,
            UseInteractionSnowflakeDate = false,
            ResponseInternalTimeCheck = false,
            // Handlers return at once; the library would only monitor them.
            HandlerTimeout = null,
            LogGatewayIntentWarnings = false,
            // Its log lines can contain the tokens of interactions.
            LogLevel = LogSeverity.Critical,
        };

    /// <summary>Returns the configuration for HTTP.</summary>
    public static DiscordRestConfig ForHttp(RestRequests requests) =>
        new()
        {
            RestClientProvider = requests.NewClient,
            DefaultRetryMode = RetryMode.RetryRatelimit,
            UseSystemClock = false,
            UseInteractionSnowflakeDate = false,
            ResponseInternalTimeCheck = false,
            APIOnRestInteractionCreation = false,
            LogLevel = LogSeverity.Critical,
        };
}
