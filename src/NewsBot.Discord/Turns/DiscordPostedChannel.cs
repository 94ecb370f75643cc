using System.Globalization;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Discord.Turns;

/// <summary>Takes posts back by editing them or, where Discord refuses that, by answering them. Thread-safe.</summary>
internal sealed class DiscordPostedChannel(IDiscordMessenger messenger, CitedPosts posts) : IPostedChannel
{
    public string Name => DiscordDigestChannel.ChannelName;

    /// <summary>Remembers what a message in a channel cites.</summary>
    public Task RememberAsync(Snowflake channel, Snowflake message, IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        posts.AddAsync(new CitedPost(Name, message.ToString(), channel.ToString(), message.ToString()), sources, cancellationToken);

    public async Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken)
    {
        if (!ulong.TryParse(post.Conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var channel)
            || !ulong.TryParse(post.Message, NumberStyles.None, CultureInfo.InvariantCulture, out var message)) return true;
        var (_, failure) = await messenger.EditAsync(new Snowflake(channel), new Snowflake(message), Notice.Of(notice), cancellationToken);
        if (failure is not { Fate: DeliveryFate.Refused }) return failure is null;
        var answer = Notice.Of(notice) with { Nonce = $"w{post.Message}", EnforceNonce = true, MessageReference = new OutgoingReference(new Snowflake(message)) };
        (_, failure) = await messenger.PostAsync(new Snowflake(channel), answer, cancellationToken);
        // What is refused twice is gone, or the bot is.
        return failure is null or { Fate: DeliveryFate.Refused };
    }
}
