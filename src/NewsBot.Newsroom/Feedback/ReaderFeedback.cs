namespace NewsBot.Newsroom.Feedback;

/// <summary>Represents what a reader thought of an answer. Question, answer and passages are kept with it. Immutable.</summary>
public sealed record ReaderFeedback
{
    /// <summary>Specifies the reaction of a reader who found an answer useful.</summary>
    public const string Like = "like";

    /// <summary>Specifies the reaction of a reader who did not.</summary>
    public const string Dislike = "dislike";

    /// <summary>Specifies the longest comment, in UTF-16 code units.</summary>
    public const int MaxCommentChars = 2000;

    /// <summary>Gets the number under which the feedback is stored; 0 until it is.</summary>
    public long Id { get; init; }

    /// <summary>Gets the channel that the feedback came from: <c>page</c>, <c>teams</c> or <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the conversation, as the channel names it; null if unknown.</summary>
    public string? Conversation { get; init; }

    /// <summary>Gets the reader, as the channel names people; null if unknown.</summary>
    public string? Person { get; init; }

    /// <summary>Gets the answer, as the channel names it; null if unknown.</summary>
    public string? AnswerId { get; init; }

    /// <summary>Gets <see cref="Like"/>, <see cref="Dislike"/> or the name of another reaction, such as <c>heart</c>.</summary>
    public required string Reaction { get; init; }

    /// <summary>Gets what the reader wrote; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Gets the question as it was understood; null if the answer was no longer kept.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the text of the answer; null if it was no longer kept.</summary>
    public string? Answer { get; init; }

    /// <summary>Gets what the answer cites, in the order of its citations; empty for a decline.</summary>
    public IReadOnlyList<FeedbackCitation> Citations { get; init; } = [];

    /// <summary>Gets the time (UTC) of the feedback.</summary>
    public required DateTimeOffset At { get; init; }
}
