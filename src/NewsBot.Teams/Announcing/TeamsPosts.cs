using NewsBot.Teams.Keeping;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Wire;
using NewsBot.Teams.Working;

namespace NewsBot.Teams.Announcing;

/// <summary>Posts to Teams unasked. What is accepted here is stored and delivered like answers are: after restarts too, inside the quotas. Thread-safe.</summary>
public sealed class TeamsPosts
{
    private readonly ITeamsStore _store;
    private readonly ConversationLanes _lanes;

    internal TeamsPosts(ITeamsStore store, ConversationLanes lanes)
    {
        _store = store;
        _lanes = lanes;
    }

    /// <summary>Begins a new thread in a channel, or writes into a group or personal chat.</summary>
    /// <param name="conversation">The id of a channel (<c>19:…@thread.tacv2</c>) or chat.</param>
    /// <param name="announcement">What to post.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>Whether it was accepted: false when the app is not installed there.</returns>
    public async Task<bool> PostToConversationAsync(string conversation, TeamsAnnouncement announcement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        return await PostToConversationAsync(conversation, null, AnnouncementMessage.Render(announcement), cancellationToken) is not null;
    }

    /// <summary>As the public one, with a message that is laid out already.</summary>
    /// <param name="conversation">The id of a channel or chat.</param>
    /// <param name="key">See <see cref="OutgoingPost.Key"/>.</param>
    /// <param name="message">What to post.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The post's number in the store; null when the app is not installed there.</returns>
    internal async Task<long?> PostToConversationAsync(string conversation, string? key, Activity message, CancellationToken cancellationToken)
    {
        if (await _store.FindReferenceAsync(conversation, cancellationToken) is not { } reference || reference.Conversation != conversation)
            return null;
        var isChannel = reference.Kind == ConversationAccount.Channel;
        return await AcceptAsync(reference, isChannel ? PostKind.NewThread : PostKind.Message, isChannel ? conversation : null, key, message, cancellationToken);
    }

    /// <summary>How far a post is that was accepted here; null when it is no longer kept.</summary>
    internal Task<PostState?> FindStateAsync(long post, CancellationToken cancellationToken) => _store.FindPostStateAsync(post, cancellationToken);

    /// <summary>Writes to a person.</summary>
    /// <param name="person">The person's id in Teams (<c>29:…</c>) or object id in the directory.</param>
    /// <param name="announcement">What to post.</param>
    /// <param name="via">A conversation that the bot shares with the person, through which a chat can be opened; null: only a chat that is there already is used.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>Whether it was accepted: false when the bot knows no way to the person.</returns>
    public async Task<bool> PostToPersonAsync(string person, TeamsAnnouncement announcement, string? via, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (await _store.FindReferenceAsync(person, cancellationToken) is { Kind: ConversationAccount.Personal } chat)
        {
            await AcceptAsync(chat, PostKind.Message, null, null, AnnouncementMessage.Render(announcement), cancellationToken);
            return true;
        }

        if (via is null || await _store.FindReferenceAsync(via, cancellationToken) is not { } shared)
            return false;
        // The chat has no id yet, so its order and quota go by the person.
        await AcceptAsync(shared with { Conversation = person }, PostKind.Person, person, null, AnnouncementMessage.Render(announcement), cancellationToken);
        return true;
    }

    private async Task<long> AcceptAsync(ConversationReference reference, PostKind kind, string? target, string? key, Activity rendered, CancellationToken cancellationToken)
    {
        var message = rendered with
        {
            From = new ChannelAccount { Id = reference.Bot },
            Conversation = new ConversationAccount { Id = reference.Conversation, TenantId = reference.TenantId },
        };
        var post = await _store.AddPostAsync(new OutgoingPost
        {
            Kind = kind,
            Conversation = reference.Conversation,
            ServiceUrl = reference.ServiceUrl,
            TenantId = reference.TenantId,
            Target = target,
            Key = key,
            Body = TeamsJson.Bytes(message),
        }, cancellationToken);
        if (post.IsNew)
            _lanes.Enqueue(new UnfinishedWork(reference.Conversation, null, post.Post, null, false));
        return post.Post;
    }
}
