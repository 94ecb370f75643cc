using Microsoft.Extensions.Logging;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord;

/// <summary>What carries the traffic with Discord: NewsBot's own part, or one on another library. Immutable.</summary>
public abstract class DiscordTransport
{
    private protected DiscordTransport()
    {
    }

    /// <summary>NewsBot's own.</summary>
    public static DiscordTransport Own { get; } = new OwnTransport();

    /// <summary>Opens the way; nothing is sent before it is used.</summary>
    /// <param name="options">Valid.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="log">Never gets a token.</param>
    internal abstract IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log);

    private sealed class OwnTransport : DiscordTransport
    {
        internal override IDiscordTransport Open(DiscordOptions options, TimeProvider time, ILogger log) => new OwnDiscordTransport(options, time, log);
    }
}
