using Microsoft.Extensions.Logging;
using NewsBot.Bridges.DiscordNet.Gateway;
using NewsBot.Bridges.DiscordNet.HttpMode;
using NewsBot.Discord;
using NewsBot.Discord.Transport;

namespace NewsBot.Bridges.DiscordNet;

/// <summary>Carries the traffic with Discord on Discord.Net: its socket client over the gateway, its REST client over HTTP. Immutable.</summary>
public sealed class DiscordNetTransport : DiscordTransport
{
    internal override IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log) =>
        options.Mode == DiscordMode.Http ? new HttpTransport(options, time, log) : new GatewayTransport(options, time, log);
}
