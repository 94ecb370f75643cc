using Discord;
using Discord.Net.WebSockets;
using Discord.Rest;
using Discord.WebSocket;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>How the library is used.</summary>
internal static class LibrarySettings
{
    /// <summary>Over the gateway.</summary>
    public static DiscordSocketConfig ForGateway(RestRequests requests, WebSocketProvider sockets) =>
        new()
        {
            RestClientProvider = requests.NewClient,
            WebSocketProvider = sockets,
            GatewayIntents = (GatewayIntents)GatewayShard.Intents,
            DefaultRetryMode = RetryMode.RetryRatelimit,
            // Clocks differ: limits end after a time, not at a time, and an interaction is as old as it is here.
            UseSystemClock = false,
            UseInteractionSnowflakeDate = false,
            ResponseInternalTimeCheck = false,
            // Handlers return at once; the library would only watch them.
            HandlerTimeout = null,
            LogGatewayIntentWarnings = false,
            // Its lines can hold the tokens of interactions.
            LogLevel = LogSeverity.Critical,
        };

    /// <summary>Over HTTP.</summary>
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
