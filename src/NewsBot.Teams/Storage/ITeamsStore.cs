namespace NewsBot.Teams.Storage;

/// <summary>
/// Represents what must outlive the process: acknowledged messages, posts in progress, answers with their feedback, and places for
/// unprompted posts. A completed task means that the change survives a crash of process and machine. Thread-safe.
/// </summary>
internal interface ITeamsStore
{
    /// <summary>Adds a message, unless one with the same key is there.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="stored">
    /// Called with the id of a new message that this host answers once it is stored, in the order of the calls: code after the task may
    /// be overtaken by the next message of the conversation. It must be quick.
    /// </param>
    /// <param name="cancellationToken">Does not undo what has begun.</param>
    Task<AcceptedTurn> AcceptAsync(InboundTurn turn, Action<long> stored, CancellationToken cancellationToken);

    /// <summary>Determines whether there was already a message with this key.</summary>
    Task<bool> IsKnownAsync(string key, CancellationToken cancellationToken);

    /// <summary>Returns the activity of an unfinished message; null when it is finished.</summary>
    Task<byte[]?> ReadTurnAsync(long turn, CancellationToken cancellationToken);

    /// <summary>Finishes a message, with all that it led to, in one step. Does nothing when it is already finished.</summary>
    /// <returns>Ids of the new posts in order; empty also when a welcome was given before.</returns>
    Task<IReadOnlyList<long>> FinishTurnAsync(long turn, TurnOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Adds a post that no message requested, unless one with the same key is there.</summary>
    Task<AddedPost> AddPostAsync(OutgoingPost post, CancellationToken cancellationToken);

    /// <summary>Returns a post that is still to be delivered; null when it is delivered or given up.</summary>
    Task<StoredPost?> ReadPostAsync(long post, CancellationToken cancellationToken);

    /// <summary>Returns the progress of a post; null when it is unknown or no longer kept.</summary>
    Task<PostState?> FindPostStateAsync(long post, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the message reported by an attempt of unknown fate: it could not be looked up, or does not exist and so did not arrive.
    /// </summary>
    Task ForgetSeenAsync(long post, bool isNotThere, CancellationToken cancellationToken);

    /// <summary>Records that a post is about to be sent; returns false, and it must not be, when another host has taken it over.</summary>
    Task<bool> MarkOnWireAsync(long post, CancellationToken cancellationToken);

    /// <summary>Records the outcome of an attempt. Giving up moves the post to the dead letters.</summary>
    Task SettleAsync(long post, PostSettlement settlement, CancellationToken cancellationToken);

    /// <summary>Gets a value indicating whether several hosts share the store.</summary>
    bool IsShared { get; }

    /// <summary>Gets the number of hosts that share the store and were alive at this one's last sign of life: 1 or more.</summary>
    int Hosts { get; }

    /// <summary>
    /// Returns what a stopped host left undone, in the order in which it is to be resumed. This call counts posts that were being sent as
    /// of unknown fate. Where hosts share the store, it is also the sign of life of this one, due every second, and returns what others
    /// have handed to it; a host takes over what a dead one left when it has given such signs for <see cref="HostRows.Settling"/>.
    /// </summary>
    /// <param name="taken">Called with the same once it is stored, in the order of these and the calls of <see cref="AcceptAsync"/>.</param>
    /// <param name="cancellationToken">Does not undo what has begun.</param>
    Task<IReadOnlyList<UnfinishedWork>> TakeUpAsync(Action<IReadOnlyList<UnfinishedWork>> taken, CancellationToken cancellationToken);

    /// <summary>Leaves what is unfinished to the other hosts that share the store.</summary>
    Task LeaveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns when posts to a conversation were last attempted, since the given moment, oldest first: the spent part of its quota.
    /// </summary>
    Task<IReadOnlyList<DateTimeOffset>> RecentSendsAsync(string conversation, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// Returns how to post into a conversation, for a channel without the thread; null when the app is not installed there.
    /// </summary>
    Task<ConversationReference?> FindReferenceAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Returns an answer by its own id; null when it is unknown or no longer kept.</summary>
    Task<GivenAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the answer in a message of a conversation; without a message id, the newest delivered answer. An unknown message may be an
    /// answer whose message the client did not name: then the newest of those is returned. Null when there is none.
    /// </summary>
    Task<GivenAnswer?> FindAnswerInAsync(string conversation, string? activityId, CancellationToken cancellationToken);

    /// <summary>Returns the answer to a message; null when there is none.</summary>
    Task<GivenAnswer?> FindAnswerToAsync(string conversation, string questionActivityId, CancellationToken cancellationToken);

    /// <summary>Returns the posts that were given up, newest first.</summary>
    Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int top, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a post that was given up be delivered after all: an answer, or a notice that an article was withdrawn. What a digest or alert
    /// lost is in its next post.
    /// </summary>
    /// <returns>The post's conversation; null: there is no such post.</returns>
    Task<string?> ReviveAsync(long post, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Counts the messages and posts that wait or failed.</summary>
    Task<TeamsStoreCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Deletes finished messages and delivered posts from before one moment, and answers and feedback from before the other.
    /// </summary>
    Task PurgeAsync(DateTimeOffset finishedBefore, DateTimeOffset answersBefore, CancellationToken cancellationToken);
}
