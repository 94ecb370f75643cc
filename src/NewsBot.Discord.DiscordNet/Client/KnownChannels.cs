using System.Collections.Concurrent;
using Discord;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>Keeps the channels that the library can post in: it requires the channel itself, not only its id. Thread-safe.</summary>
internal sealed class KnownChannels
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<ulong, IMessageChannel> channels = new();

    /// <summary>Adds a channel.</summary>
    public void Add(IMessageChannel channel)
    {
        if (channels.Count >= Most)
            channels.Clear();
        channels[channel.Id] = channel;
    }

    /// <summary>Returns a channel; null: not known.</summary>
    public IMessageChannel? Find(Snowflake id) => channels.GetValueOrDefault(id.Value);
}
