using Microsoft.Extensions.Logging;
using NewsBot.Discord.Options;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord;

/// <summary>Represents a carrier of the traffic with Discord: NewsBot itself, or another library. Immutable.</summary>
public abstract class DiscordTransport
{
    private protected DiscordTransport() { }

    /// <summary>Gets NewsBot's own transport.</summary>
    public static DiscordTransport Own { get; } = new OwnTransport();

    /// <summary>Gets the transport on Discord.Net; null in builds without it.</summary>
    /// <remarks>Found by name: only builds with the library in their feed can reference the project.</remarks>
    public static DiscordTransport? DiscordNet { get; } =
        Type.GetType("NewsBot.Discord.DiscordNet.DiscordNetTransport, NewsBot.Discord.DiscordNet") is { } type
            ? (DiscordTransport)Activator.CreateInstance(type)!
            : null;

    /// <summary>Gets the name and version of the carrier.</summary>
    public abstract string Name { get; }

    /// <summary>Opens the transport; nothing is sent before it is used.</summary>
    /// <param name="options">Valid.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="log">Never receives a token.</param>
    internal abstract IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log);

    private sealed class OwnTransport : DiscordTransport
    {
        public override string Name => "NewsBot";

        internal override IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log) =>
            new DirectTransport(options, time, log);
    }
}
