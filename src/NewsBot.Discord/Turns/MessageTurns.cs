using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Access;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>Answers messages that ask the bot: those that mention it, and direct ones.</summary>
internal sealed class MessageTurns(
    NewsroomTurns newsroom,
    IDiscordMessenger messenger,
    DiscordState state,
    DiscordPostedChannel posted,
    AllowedChannels channels,
    QuestionLimits limits,
    MonotonicClock clock,
    ILogger log
)
{
    private static readonly TimeSpan HintEvery = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Snowflake, Snowflake?> parents = new();
    private readonly ConcurrentDictionary<Snowflake, TimeSpan> hints = new();

    /// <summary>Determines whether a message asks the bot something; a mention alone asks for help.</summary>
    public static bool Asks(MessageJson message, Snowflake bot) =>
        message.Author is { Bot: false } author
        && author.Id != bot
        && message.WebhookId is null
        && (message.GuildId is null || message.Mentions?.Any(user => user.Id == bot) == true)
        // Empty: a reply to the bot that is only a picture, or a notice of a pinned message.
        && !string.IsNullOrWhiteSpace(message.Content);

    /// <summary>Answers a message.</summary>
    /// <returns>The reply and its message; null when none was sent, or it is not one of the newsroom's.</returns>
    public async Task<(Reply Reply, MessageJson Sent)?> AnswerAsync(MessageJson message, Snowflake bot, CancellationToken cancellationToken)
    {
        var asker = new Asker
        {
            User = message.Author!.Id,
            Guild = message.GuildId,
            Channel = message.ChannelId,
            Parent = message.GuildId is null ? null : await FindParentAsync(message.ChannelId, cancellationToken),
        };
        if (!channels.Allows(asker))
        {
            // Once an hour: otherwise anyone could make the bot write where it is switched off.
            if (MayHint(asker.Channel))
                await SendAsync(message, asker.Guild is null ? Notice.DirectMessagesAreOff : Notice.ChannelIsOff, cancellationToken);
            return null;
        }

        if (limits.TryTake(asker) is var wait && wait > TimeSpan.Zero)
        {
            if (MayHint(asker.User))
                await SendAsync(message, Notice.TooMany(wait), cancellationToken);
            return null;
        }

        var trace = message.Id.ToString();
        var conversation = await FindConversationAsync(message, asker, trace, cancellationToken);
        var reply = await newsroom.ReplyAsync(trace, Question(message, bot), conversation, asker, cancellationToken);
        // Replies to the question continue it as replies to the answer do.
        await state.LinkConversationAsync(message.Id.Value, conversation, cancellationToken);
        if (await SendAsync(message, reply.Message, cancellationToken) is not { } sent)
            return null;
        await posted.RememberAsync(message.ChannelId, sent.Id, reply.Sources, cancellationToken);
        await state.LinkConversationAsync(sent.Id.Value, conversation, cancellationToken);
        return (reply, sent);
    }

    /// <summary>Adds buttons below an answer. A failure is logged, and leaves the answer as it is.</summary>
    public Task AddButtonsAsync(MessageJson to, MessageJson sent, OutgoingMessage buttons, CancellationToken cancellationToken) =>
        messenger.EditAsync(to.ChannelId, sent.Id, buttons, cancellationToken);

    /// <summary>Replies with a notice.</summary>
    public async Task<MessageJson?> SendAsync(MessageJson to, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var post = message with { Nonce = to.Id.ToString(), EnforceNonce = true, MessageReference = new OutgoingReference(to.Id) };
        var (sent, failure) = await messenger.PostAsync(to.ChannelId, post, cancellationToken);
        if (failure is not null)
            Log.NotDelivered(log, to.Id.ToString(), failure.Message);
        return sent;
    }

    /// <summary>Returns the message without the mentions of the bot.</summary>
    private static string Question(MessageJson message, Snowflake bot) =>
        (message.Content ?? "")
            .Replace($"<@{bot}>", " ", StringComparison.Ordinal)
            .Replace($"<@!{bot}>", " ", StringComparison.Ordinal)
            .Trim();

    /// <summary>
    /// Returns the conversation of the message being replied to, of the message that started the thread (it has the thread's id), or of the
    /// thread.
    /// </summary>
    private async Task<string> FindConversationAsync(MessageJson message, Asker asker, string trace, CancellationToken cancellationToken)
    {
        if (
            message.MessageReference?.MessageId is { } answered
            && await state.FindConversationAsync(answered.Value, cancellationToken) is { } known
        )
            return known;
        return asker.Parent is not null && await state.FindConversationAsync(asker.Channel.Value, cancellationToken) is { } begun
            ? begun
            : Conversations.Of(asker, trace);
    }

    private async Task<Snowflake?> FindParentAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        if (parents.TryGetValue(channel, out var known))
            return known;
        var (found, _) = await messenger.FindChannelAsync(channel, cancellationToken);
        if (found is null)
            return null;
        if (parents.Count > 10_000)
            parents.Clear();
        return parents[channel] = Asker.IsThread(found.Type) ? found.ParentId : null;
    }

    private bool MayHint(Snowflake place)
    {
        if (hints.Count > 10_000)
            hints.Clear();
        var now = clock.Now;
        if (hints.TryGetValue(place, out var last) && now - last < HintEvery)
            return false;
        hints[place] = now;
        return true;
    }
}
