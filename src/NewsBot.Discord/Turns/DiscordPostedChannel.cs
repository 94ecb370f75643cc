using System.Globalization;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Discord.Turns;

/// <summary>Takes posts back by editing them or, where Discord rejects that, by replying to them. Thread-safe.</summary>
internal sealed class DiscordPostedChannel(IDiscordMessenger messenger, CitedPosts posts, TimeProvider time) : IPostedChannel
{
    // Before the application's id in the conversation of a private message.
    private const string PrivateMark = "private:";

    public string Name => DiscordDigestChannel.ChannelName;

    /// <summary>Records what a message in a channel cites.</summary>
    public Task RememberAsync(
        Snowflake channel,
        Snowflake message,
        IReadOnlyCollection<string> sources,
        CancellationToken cancellationToken
    ) => posts.AddAsync(new CitedPost(Name, message.ToString(), channel.ToString(), message.ToString()), sources, cancellationToken);

    /// <summary>Records what a private message cites: only the token of its interaction can edit it.</summary>
    /// <param name="interaction">What the message answers.</param>
    /// <param name="validFor">The remaining validity of the token.</param>
    /// <param name="sources">Sources of the articles.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task RememberPrivateAsync(
        InteractionJson interaction,
        TimeSpan validFor,
        IReadOnlyCollection<string> sources,
        CancellationToken cancellationToken
    )
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{(time.GetUtcNow() + validFor).ToUnixTimeMilliseconds()}:{interaction.Token}"
        );
        return posts.AddAsync(
            new CitedPost(Name, interaction.Id.ToString(), PrivateMark + interaction.ApplicationId, message),
            sources,
            cancellationToken
        );
    }

    public async Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken)
    {
        if (post.Conversation.StartsWith(PrivateMark, StringComparison.Ordinal))
            return await TakeBackPrivateAsync(post, notice, cancellationToken);
        if (
            !ulong.TryParse(post.Conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var channel)
            || !ulong.TryParse(post.Message, NumberStyles.None, CultureInfo.InvariantCulture, out var message)
        )
            return true;
        var (_, failure) = await messenger.EditAsync(new Snowflake(channel), new Snowflake(message), Notice.Of(notice), cancellationToken);
        if (failure is not { Fate: DeliveryFate.Refused })
            return failure is null;
        var answer = Notice.Of(notice) with
        {
            Nonce = $"w{post.Message}",
            EnforceNonce = true,
            MessageReference = new OutgoingReference(new Snowflake(message)),
        };
        (_, failure) = await messenger.PostAsync(new Snowflake(channel), answer, cancellationToken);
        // After two rejections, the message no longer exists, or the bot has been removed.
        return failure is null or { Fate: DeliveryFate.Refused };
    }

    private async Task<bool> TakeBackPrivateAsync(CitedPost post, string notice, CancellationToken cancellationToken)
    {
        var parts = post.Message?.Split(':', 2) ?? [];
        if (
            parts.Length < 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || time.GetUtcNow().ToUnixTimeMilliseconds() >= until
            || !ulong.TryParse(
                post.Conversation.AsSpan(PrivateMark.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var application
            )
        )
            return true;
        var (_, failure) = await messenger.EditOriginalAsync(new Snowflake(application), parts[1], Notice.Of(notice), cancellationToken);
        return failure is null or { Fate: DeliveryFate.Refused };
    }
}
