using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Access;

/// <summary>Decides where the bot answers. Answers from memory, so that no acknowledgement waits for a disk. Thread-safe.</summary>
internal sealed class AllowedChannels(DiscordOptions options, DiscordState state, MonotonicClock clock)
{
    /// <summary>Specifies how long another host's change may remain unnoticed.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly HashSet<ulong> configured = [.. options.Channels];
    private volatile Snapshot snapshot = new(new Dictionary<ulong, ulong>(), null);

    /// <summary>Determines whether the bot answers in a channel.</summary>
    public bool Allows(Asker asker) =>
        asker.Guild is null
            ? options.DirectMessages
            : Contains(asker.Channel.Value) || (asker.Parent is { } parent && Contains(parent.Value));

    /// <summary>Returns the channels of a server where the bot is switched on.</summary>
    public IReadOnlyList<ulong> Of(ulong guild) =>
        [.. snapshot.Channels.Where(pair => pair.Value == guild).Select(pair => pair.Key).Concat(configured).Distinct().Order()];

    /// <summary>Reads what is stored, unless it was read recently.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (snapshot.ReadAt is { } readAt && clock.Now - readAt < Freshness)
            return;
        await ReadAsync(cancellationToken);
    }

    /// <summary>Switches the bot on in a channel.</summary>
    public async Task AllowAsync(Asker by, CancellationToken cancellationToken)
    {
        await state.AllowChannelAsync(by.Guild!.Value.Value, by.Channel.Value, by.User.Value, cancellationToken);
        await ReadAsync(cancellationToken);
    }

    /// <summary>Switches the bot off in a channel.</summary>
    /// <returns>Whether it is off now; a channel allowed by the settings stays on.</returns>
    public async Task<bool> ForbidAsync(Asker by, CancellationToken cancellationToken)
    {
        await state.ForbidChannelAsync(by.Channel.Value, cancellationToken);
        await ReadAsync(cancellationToken);
        return !configured.Contains(by.Channel.Value);
    }

    private bool Contains(ulong channel) => configured.Contains(channel) || snapshot.Channels.ContainsKey(channel);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = clock.Now;
        snapshot = new Snapshot(await state.AllowedChannelsAsync(cancellationToken), readAt);
    }

    private sealed record Snapshot(IReadOnlyDictionary<ulong, ulong> Channels, TimeSpan? ReadAt);
}
