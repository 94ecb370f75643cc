using NewsBot.Teams.Processing;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Proactive;

/// <summary>Lists the posts to Teams that were given up, and tries them again. Thread-safe.</summary>
public sealed class TeamsDeadLetters
{
    private readonly ITeamsStore store;
    private readonly ConversationLanes lanes;
    private readonly TimeProvider time;

    internal TeamsDeadLetters(ITeamsStore store, ConversationLanes lanes, TimeProvider time) =>
        (this.store, this.lanes, this.time) = (store, lanes, time);

    /// <summary>Returns the posts that were given up, newest first, without their texts.</summary>
    /// <param name="top">The most to return.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<TeamsDeadLetter>> ReadAsync(int top, CancellationToken cancellationToken) =>
        [
            .. (await store.ReadDeadLettersAsync(top, cancellationToken)).Select(letter => new TeamsDeadLetter(
                letter.Post,
                letter.Conversation,
                letter.Reason,
                letter.Tries,
                letter.At,
                letter.MayBeRevived
            )),
        ];

    /// <summary>Delivers a post that was given up: in order, within the quotas, and after a restart too.</summary>
    /// <param name="post">The number of the post.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The post's conversation; null: there is no such post, or it may not be tried again.</returns>
    public async Task<string?> RetryAsync(long post, CancellationToken cancellationToken)
    {
        if (await store.ReviveAsync(post, time.GetUtcNow(), cancellationToken) is not { } conversation)
            return null;
        lanes.Enqueue(new LaneWork { Conversation = conversation, Post = post });
        return conversation;
    }
}

/// <summary>Represents a post to Teams that was given up. Immutable.</summary>
/// <param name="Post">Its number.</param>
/// <param name="Conversation">The id of its conversation.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="At">When it was last tried (UTC).</param>
/// <param name="MayBeRetried">Whether it may be tried again: what a digest or alert lost is in its next post.</param>
public sealed record TeamsDeadLetter(long Post, string Conversation, string Reason, int Tries, DateTimeOffset At, bool MayBeRetried);
