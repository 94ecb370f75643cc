using Microsoft.Extensions.Logging;
using NewsBot.Discord.DiscordNet.Gateway;
using NewsBot.Discord.DiscordNet.HttpMode;
using NewsBot.Discord.Options;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet;

/// <summary>
/// Carries the traffic with Discord on Discord.Net: its socket client over the gateway, its REST client over HTTP. Immutable.
/// </summary>
public sealed class DiscordNetTransport : DiscordTransport
{
    /// <inheritdoc />
    public override string Name =>
        $"Discord.Net {typeof(global::Discord.WebSocket.DiscordSocketClient).Assembly.GetName().Version?.ToString(3)}";

    internal override IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log) =>
        options.Mode == DiscordMode.Http ? new HttpTransport(options, time, log) : new GatewayTransport(options, time, log);
}
