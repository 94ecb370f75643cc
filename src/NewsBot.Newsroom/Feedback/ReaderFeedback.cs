namespace NewsBot.Newsroom.Feedback;

/// <summary>Represents what a reader thought of an answer, with its question and sources. Immutable.</summary>
public sealed record ReaderFeedback
{
    /// <summary>Gets the question as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the text of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets the sources that the answer cites, without duplicates.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets a value indicating whether the reader found the answer useful.</summary>
    public required bool IsUseful { get; init; }

    /// <summary>Gets the time (UTC) of the feedback.</summary>
    public required DateTimeOffset At { get; init; }
}
