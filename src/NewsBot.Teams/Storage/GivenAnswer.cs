namespace NewsBot.Teams.Storage;

/// <summary>Represents an answer as it was given.</summary>
internal sealed record GivenAnswer
{
    public required string Id { get; init; }
    public required string Conversation { get; init; }

    /// <summary>Gets the message with the question.</summary>
    public string? QuestionActivityId { get; init; }

    /// <summary>Gets the message with the answer; null until it is delivered, and when the client did not name it.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Gets who asked; null if the message does not say, and for answers of earlier versions.</summary>
    public string? Person { get; init; }

    public required string Question { get; init; }
    public required string Text { get; init; }

    /// <summary>Gets the citations in order of their numbers.</summary>
    public required IReadOnlyList<GivenCitation> Citations { get; init; }

    /// <summary>
    /// Gets the citation of the newest article: its story is what the answer is about. Null for an answer without citations.
    /// </summary>
    public GivenCitation? Newest => Citations.MaxBy(citation => citation.Published);

    public required DateTimeOffset At { get; init; }
}

/// <summary>Represents a citation as it was given. Offsets are UTF-16 code units of the article's text.</summary>
internal sealed record GivenCitation(
    int Number,
    string Source,
    string Headline,
    DateOnly? Published,
    string Quote,
    int Start,
    int End,
    string Link
);

/// <summary>Represents the numbers of messages and posts that wait or failed.</summary>
/// <param name="WaitingTurns">Messages without an outcome.</param>
/// <param name="WaitingPosts">Posts not delivered yet.</param>
/// <param name="DeadLetters">Posts given up.</param>
/// <param name="UncertainTries">Attempts after which it is not known whether the post arrived: the maximum number of duplicates.</param>
internal sealed record TeamsStoreCounts(int WaitingTurns, int WaitingPosts, int DeadLetters, int UncertainTries);
