using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Storage;

/// <summary>How a post goes out. The numbers are stored.</summary>
internal enum PostKind
{
    /// <summary>Into a conversation, as an answer when there is a target.</summary>
    Message = 0,

    /// <summary>In place of the message that is the target.</summary>
    Update = 1,

    /// <summary>As a new thread of the channel that is the target.</summary>
    NewThread = 2,
}

/// <summary>A post with its address.</summary>
internal sealed record OutgoingPost
{
    public required PostKind Kind { get; init; }

    /// <summary>The conversation whose order and quota it keeps.</summary>
    public required string Conversation { get; init; }

    public required string ServiceUrl { get; init; }
    public string? TenantId { get; init; }

    /// <summary>A message or a channel, by kind.</summary>
    public string? Target { get; init; }

    /// <summary>The <see cref="GivenAnswer"/> that it carries, if any.</summary>
    public string? AnswerId { get; init; }

    /// <summary>
    /// A second post with the same key is not taken, and one whose fate is unknown is sent again at most once. Null: none, as for answers,
    /// of which a second one is better than none.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Sources of the articles that it cites: with one of them it is taken back.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The activity as JSON.</summary>
    public required byte[] Body { get; init; }

    public Activity ReadBody() => TeamsJson.Read(Body) ?? throw new InvalidDataException("A stored post is empty.");
}

/// <summary>A post with its history.</summary>
/// <param name="Id">The store's number.</param>
/// <param name="Post">The post.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Uncertain">How many of these tries ended in nobody knowing whether it arrived.</param>
/// <param name="DueAt">Not sent before; null: at once.</param>
/// <param name="Seen">What a try of unknown fate came back with: whether it is there tells whether the post arrived. Null: nothing.</param>
internal sealed record StoredPost(long Id, OutgoingPost Post, int Tries, int Uncertain, DateTimeOffset? DueAt, MessageAddress? Seen);

/// <summary>Where a message is.</summary>
/// <param name="Conversation">The conversation's id, with the thread.</param>
/// <param name="Activity">The message's id.</param>
internal sealed record MessageAddress(string Conversation, string Activity);

/// <summary>Whether a post was taken in, and its number; a known one keeps the number that it has.</summary>
internal readonly record struct AddedPost(bool IsNew, long Post);

/// <summary>How far a post is.</summary>
/// <param name="IsOver">It is delivered or given up.</param>
/// <param name="DeadReason">Why it was given up; null otherwise.</param>
/// <param name="Uncertain">Tries that ended in nobody knowing whether it arrived.</param>
internal sealed record PostState(bool IsOver, string? DeadReason, int Uncertain);

/// <summary>What became of one try.</summary>
internal sealed record PostSettlement
{
    private PostSettlement() { }

    public bool IsDelivered { get; private init; }
    public string? ActivityId { get; private init; }
    public string? DeadReason { get; private init; }
    public bool FateUnknown { get; private init; }

    /// <summary>Of a try of unknown fate: what came back. Of one that arrived in a new thread: where.</summary>
    public MessageAddress? Seen { get; private init; }

    /// <summary>A try whose fate was unknown had arrived.</summary>
    public bool WasFound { get; private init; }

    /// <summary>What is sent in place of what was refused.</summary>
    public byte[]? Body { get; private init; }

    public DateTimeOffset? RetryAt { get; private init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>It arrived, as the message with this id.</summary>
    public static PostSettlement Delivered(string? activityId, DateTimeOffset at, MessageAddress? seen = null) =>
        new()
        {
            IsDelivered = true,
            ActivityId = activityId,
            Seen = seen,
            At = at,
        };

    /// <summary>It had arrived with an earlier try: the look-up says so.</summary>
    public static PostSettlement Found(MessageAddress seen, DateTimeOffset at) =>
        new()
        {
            IsDelivered = true,
            ActivityId = seen.Activity,
            Seen = seen,
            WasFound = true,
            At = at,
        };

    /// <summary>It is to be sent again.</summary>
    public static PostSettlement Retry(DateTimeOffset retryAt, bool fateUnknown, DateTimeOffset at, MessageAddress? seen = null) =>
        new()
        {
            RetryAt = retryAt,
            FateUnknown = fateUnknown,
            Seen = seen,
            At = at,
        };

    /// <summary>It was refused as it was, and goes out in another form.</summary>
    public static PostSettlement Replaced(byte[] body, DateTimeOffset at) => new() { Body = body, At = at };

    /// <summary>It is given up.</summary>
    public static PostSettlement Dead(string reason, bool fateUnknown, DateTimeOffset at) =>
        new()
        {
            DeadReason = reason,
            FateUnknown = fateUnknown,
            At = at,
        };
}

/// <summary>A post that was given up.</summary>
internal sealed record DeadLetter(long Post, string Conversation, string Reason, int Tries, DateTimeOffset At, byte[] Body);
