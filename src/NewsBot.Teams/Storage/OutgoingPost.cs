using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Storage;

/// <summary>Specifies how a post goes out. The numbers are stored.</summary>
internal enum PostKind
{
    /// <summary>Posts into a conversation, as a reply when there is a target.</summary>
    Message = 0,

    /// <summary>Replaces the message that is the target.</summary>
    Update = 1,

    /// <summary>Starts a new thread in the channel that is the target.</summary>
    NewThread = 2,
}

/// <summary>Represents a post with its address.</summary>
internal sealed record OutgoingPost
{
    public required PostKind Kind { get; init; }

    /// <summary>Gets the conversation that determines its order and quota.</summary>
    public required string Conversation { get; init; }

    public required string ServiceUrl { get; init; }
    public string? TenantId { get; init; }

    /// <summary>Gets the target: a message or a channel, by kind.</summary>
    public string? Target { get; init; }

    /// <summary>Gets the id of the <see cref="GivenAnswer"/> that it carries, if any.</summary>
    public string? AnswerId { get; init; }

    /// <summary>
    /// Gets the key: a second post with the same key is rejected, and one whose fate is unknown is sent again at most once. Null: none, as
    /// for answers, of which a duplicate is better than none.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Gets the sources of the articles that it cites; when one of them is withdrawn, the post is taken back.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets the activity as JSON.</summary>
    public required byte[] Body { get; init; }

    public Activity ReadBody() => TeamsJson.Read(Body) ?? throw new InvalidDataException("A stored post is empty.");
}

/// <summary>Represents a post with its history.</summary>
/// <param name="Id">The store's number.</param>
/// <param name="Post">The post.</param>
/// <param name="Tries">The number of attempts.</param>
/// <param name="Uncertain">How many of these ended without it being known whether the post arrived.</param>
/// <param name="DueAt">The time before which it is not sent; null: at once.</param>
/// <param name="Seen">The message reported by an attempt of unknown fate: if it exists, the post arrived. Null: none.</param>
internal sealed record StoredPost(long Id, OutgoingPost Post, int Tries, int Uncertain, DateTimeOffset? DueAt, MessageAddress? Seen);

/// <summary>Represents the place of a message.</summary>
/// <param name="Conversation">The conversation's id, with the thread.</param>
/// <param name="Activity">The message's id.</param>
internal sealed record MessageAddress(string Conversation, string Activity);

/// <summary>Represents whether a post was accepted, and its number; a known one keeps its number.</summary>
/// <param name="IsNew">Whether it had not come before.</param>
/// <param name="Post">Its number.</param>
/// <param name="IsOurs">Whether this host delivers a new one; otherwise the host that works in the conversation already.</param>
internal readonly record struct AddedPost(bool IsNew, long Post, bool IsOurs = true);

/// <summary>Represents the progress of a post.</summary>
/// <param name="IsOver">Whether it is delivered or given up.</param>
/// <param name="DeadReason">The reason why it was given up; otherwise null.</param>
/// <param name="Uncertain">The number of attempts that ended without it being known whether it arrived.</param>
internal sealed record PostState(bool IsOver, string? DeadReason, int Uncertain);

/// <summary>Represents the outcome of one attempt.</summary>
internal sealed record PostSettlement
{
    private PostSettlement() { }

    public bool IsDelivered { get; private init; }
    public string? ActivityId { get; private init; }
    public string? DeadReason { get; private init; }
    public bool FateUnknown { get; private init; }

    /// <summary>Gets, for an attempt of unknown fate, the message reported; for one that arrived in a new thread, its place.</summary>
    public MessageAddress? Seen { get; private init; }

    /// <summary>Gets a value indicating whether an attempt of unknown fate had arrived.</summary>
    public bool WasFound { get; private init; }

    /// <summary>Gets the body sent instead of the rejected one.</summary>
    public byte[]? Body { get; private init; }

    public DateTimeOffset? RetryAt { get; private init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Returns the outcome of a post that arrived as the message with this id.</summary>
    public static PostSettlement Delivered(string? activityId, DateTimeOffset at, MessageAddress? seen = null) =>
        new()
        {
            IsDelivered = true,
            ActivityId = activityId,
            Seen = seen,
            At = at,
        };

    /// <summary>Returns the outcome of a post that had arrived with an earlier attempt, according to the look-up.</summary>
    public static PostSettlement Found(MessageAddress seen, DateTimeOffset at) =>
        new()
        {
            IsDelivered = true,
            ActivityId = seen.Activity,
            Seen = seen,
            WasFound = true,
            At = at,
        };

    /// <summary>Returns the outcome of a post that is to be sent again.</summary>
    public static PostSettlement Retry(DateTimeOffset retryAt, bool fateUnknown, DateTimeOffset at, MessageAddress? seen = null) =>
        new()
        {
            RetryAt = retryAt,
            FateUnknown = fateUnknown,
            Seen = seen,
            At = at,
        };

    /// <summary>Returns the outcome of a post that was rejected and is sent in another form.</summary>
    public static PostSettlement Replaced(byte[] body, DateTimeOffset at) => new() { Body = body, At = at };

    /// <summary>Returns the outcome of a post that is given up.</summary>
    public static PostSettlement Dead(string reason, bool fateUnknown, DateTimeOffset at) =>
        new()
        {
            DeadReason = reason,
            FateUnknown = fateUnknown,
            At = at,
        };
}

/// <summary>Represents a post that was given up.</summary>
internal sealed record DeadLetter(
    long Post,
    string Conversation,
    string Reason,
    int Tries,
    DateTimeOffset At,
    byte[] Body,
    bool MayBeRevived
);
