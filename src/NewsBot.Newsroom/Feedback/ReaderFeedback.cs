namespace NewsBot.Newsroom.Feedback;

/// <summary>What a reader thought of an answer, with what it was an answer to.</summary>
public sealed record ReaderFeedback
{
    /// <summary>Gets the question as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the text of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets the sources that the answer cites, without repeats.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets whether the answer was useful.</summary>
    public required bool IsUseful { get; init; }

    /// <summary>Gets the time (UTC) at which the reader said so.</summary>
    public required DateTimeOffset At { get; init; }
}
