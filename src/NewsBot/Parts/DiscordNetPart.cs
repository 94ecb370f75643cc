using NewsBot.Bridges.DiscordNet;

namespace NewsBot.Parts;

/// <content>Compiled with <c>-p:Sdks=DiscordNet</c>.</content>
internal static partial class Sdk
{
    static partial void AddDiscordNet(ref DiscordNet? discord) => discord = new DiscordNet(
        $"Discord.Net {typeof(global::Discord.WebSocket.DiscordSocketClient).Assembly.GetName().Version?.ToString(3)}",
        new DiscordNetTransport());
}
