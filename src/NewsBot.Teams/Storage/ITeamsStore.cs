namespace NewsBot.Teams.Storage;

/// <summary>
/// What must outlive the process: messages that were acknowledged, posts on their way, answers with their feedback, and where to post
/// unasked. A task that ran to its end means that the change survives a crash of process and machine. Thread-safe.
/// </summary>
internal interface ITeamsStore
{
    /// <summary>Takes in a message, unless one with the same key came before.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="stored">
    /// Called with the id of a new message once it is stored, in the order of the calls: what continues after the task may be overtaken by
    /// the next message of the conversation. It must be quick.
    /// </param>
    /// <param name="cancellationToken">Does not undo what was begun.</param>
    Task<AcceptedTurn> AcceptAsync(InboundTurn turn, Action<long> stored, CancellationToken cancellationToken);

    /// <summary>Whether a message with this key came before.</summary>
    Task<bool> IsKnownAsync(string key, CancellationToken cancellationToken);

    /// <summary>The activity of a message that is not finished; null when it is.</summary>
    Task<byte[]?> ReadTurnAsync(long turn, CancellationToken cancellationToken);

    /// <summary>Finishes a message: everything that it led to, at once. Does nothing when it is finished already.</summary>
    /// <returns>Ids of the new posts in order; empty also when a welcome was given before.</returns>
    Task<IReadOnlyList<long>> FinishTurnAsync(long turn, TurnOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Adds a post that no message asked for, unless one with the same key is there.</summary>
    Task<AddedPost> AddPostAsync(OutgoingPost post, CancellationToken cancellationToken);

    /// <summary>A post that is still to be delivered; null when it is delivered or given up.</summary>
    Task<StoredPost?> ReadPostAsync(long post, CancellationToken cancellationToken);

    /// <summary>How far a post is; null when it is unknown or no longer kept.</summary>
    Task<PostState?> FindPostStateAsync(long post, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets what a try of unknown fate came back with: it was looked up in vain, or is not there and so did not arrive.
    /// </summary>
    Task ForgetSeenAsync(long post, bool isNotThere, CancellationToken cancellationToken);

    /// <summary>Notes that a post is about to be sent.</summary>
    Task MarkOnWireAsync(long post, CancellationToken cancellationToken);

    /// <summary>Notes what became of a try. Giving up moves the post to the dead letters.</summary>
    Task SettleAsync(long post, PostSettlement settlement, CancellationToken cancellationToken);

    /// <summary>
    /// What a stopped host left undone, in the order in which it is to be taken up. Posts that were on the wire are counted as of unknown
    /// fate by this call.
    /// </summary>
    Task<IReadOnlyList<UnfinishedWork>> TakeUpAsync(CancellationToken cancellationToken);

    /// <summary>When posts to a conversation were last tried, since the given moment, oldest first: what its quota has spent.</summary>
    Task<IReadOnlyList<DateTimeOffset>> RecentSendsAsync(string conversation, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>How to post into a conversation, for a channel without the thread; null when the app is not installed there.</summary>
    Task<ConversationReference?> FindReferenceAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>An answer by its own id; null when it is unknown or no longer kept.</summary>
    Task<GivenAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// The answer that stands in a message of a conversation; without a message id the newest one that was delivered. A message that is not
    /// known may be an answer whose message the client did not name: then the newest of those. Null when there is none.
    /// </summary>
    Task<GivenAnswer?> FindAnswerInAsync(string conversation, string? activityId, CancellationToken cancellationToken);

    /// <summary>The answer to a message; null when there is none.</summary>
    Task<GivenAnswer?> FindAnswerToAsync(string conversation, string questionActivityId, CancellationToken cancellationToken);

    /// <summary>Keeps a person's word on an answer.</summary>
    Task AddFeedbackAsync(AnswerFeedback feedback, CancellationToken cancellationToken);

    /// <summary>The newest feedback first.</summary>
    Task<IReadOnlyList<AnswerFeedback>> ReadFeedbackAsync(int top, CancellationToken cancellationToken);

    /// <summary>The newest posts that were given up first.</summary>
    Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int top, CancellationToken cancellationToken);

    /// <summary>Counts of everything that waits or went wrong.</summary>
    Task<TeamsStoreCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Drops finished messages and delivered posts from before the one moment, and answers and feedback from before the other.
    /// </summary>
    Task PurgeAsync(DateTimeOffset finishedBefore, DateTimeOffset answersBefore, CancellationToken cancellationToken);
}
