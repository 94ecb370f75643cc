using System.Collections.Concurrent;
using Discord;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>Channels that the library can post in: it wants the channel itself, not only its id. Thread-safe.</summary>
internal sealed class KnownChannels
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<ulong, IMessageChannel> channels = new();

    /// <summary>Remembers one.</summary>
    public void Add(IMessageChannel channel)
    {
        if (channels.Count >= Most)
            channels.Clear();
        channels[channel.Id] = channel;
    }

    /// <summary>Null: not known.</summary>
    public IMessageChannel? Find(Snowflake id) => channels.GetValueOrDefault(id.Value);
}
