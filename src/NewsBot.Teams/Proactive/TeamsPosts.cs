using NewsBot.Teams.Processing;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Proactive;

/// <summary>
/// Posts to Teams unprompted. What is accepted is stored and delivered like an answer: after restarts too, within the quotas. Thread-safe.
/// </summary>
internal sealed class TeamsPosts(ITeamsStore store, ConversationLanes lanes)
{
    /// <summary>Starts a new thread in a channel, or writes into a group or personal chat.</summary>
    /// <param name="conversation">The id of a channel (<c>19:…@thread.tacv2</c>) or chat.</param>
    /// <param name="key">See <see cref="OutgoingPost.Key"/>.</param>
    /// <param name="message">What to post.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <param name="sources">See <see cref="OutgoingPost.Sources"/>.</param>
    /// <returns>The post's number in the store; null when the app is not installed there.</returns>
    public async Task<long?> PostAsync(
        string conversation,
        string? key,
        Activity message,
        CancellationToken cancellationToken,
        IReadOnlyList<string>? sources = null
    )
    {
        if (await store.FindReferenceAsync(conversation, cancellationToken) is not { } reference)
            return null;
        var isChannel = reference.Kind == ConversationAccount.Channel;
        var addressed = message with
        {
            From = new ChannelAccount { Id = reference.Bot },
            Conversation = new ConversationAccount { Id = conversation, TenantId = reference.TenantId },
        };
        var post = await store.AddPostAsync(
            new OutgoingPost
            {
                Kind = isChannel ? PostKind.NewThread : PostKind.Message,
                Conversation = conversation,
                ServiceUrl = reference.ServiceUrl,
                TenantId = reference.TenantId,
                Target = isChannel ? conversation : null,
                Key = key,
                Sources = sources ?? [],
                Body = TeamsJson.Bytes(ShorterMessage.ToFit(addressed, MessageSize.MaxJsonChars)),
            },
            cancellationToken
        );
        if (post is { IsNew: true, IsOurs: true })
            lanes.Enqueue(new LaneWork { Conversation = conversation, Post = post.Post });
        return post.Post;
    }

    /// <summary>Replaces an earlier message or, where that has no id, posts into its conversation.</summary>
    /// <param name="conversation">Where it was posted.</param>
    /// <param name="thread">The conversation of the earlier message: that one, or a thread that it started.</param>
    /// <param name="target">The earlier message's id; empty: it has none.</param>
    /// <param name="key">See <see cref="OutgoingPost.Key"/>.</param>
    /// <param name="message">What to post.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    public async Task ReplaceAsync(
        string conversation,
        string thread,
        string target,
        string key,
        Activity message,
        CancellationToken cancellationToken
    )
    {
        var place = conversation.IndexOf(TurnContext.ThreadMark, StringComparison.Ordinal) is >= 0 and var at
            ? conversation[..at]
            : conversation;
        if (await store.FindReferenceAsync(place, cancellationToken) is not { } reference)
            return;
        var addressed = message with
        {
            Id = target.Length == 0 ? null : target,
            From = new ChannelAccount { Id = reference.Bot },
            Conversation = new ConversationAccount { Id = thread, TenantId = reference.TenantId },
        };
        var post = await store.AddPostAsync(
            new OutgoingPost
            {
                Kind = target.Length == 0 ? PostKind.Message : PostKind.Update,
                Conversation = thread,
                ServiceUrl = reference.ServiceUrl,
                TenantId = reference.TenantId,
                Target = addressed.Id,
                Key = key,
                Body = TeamsJson.Bytes(addressed),
            },
            cancellationToken
        );
        if (post is { IsNew: true, IsOurs: true })
            lanes.Enqueue(new LaneWork { Conversation = thread, Post = post.Post });
    }

    /// <summary>Returns the progress of a post accepted here; null when it is no longer kept.</summary>
    public Task<PostState?> FindStateAsync(long post, CancellationToken cancellationToken) =>
        store.FindPostStateAsync(post, cancellationToken);
}
