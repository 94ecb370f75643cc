namespace NewsBot.Newsroom.Answers;

/// <summary>Represents a step towards an answer.</summary>
public sealed record AnswerStep
{
    /// <summary>Gets a short sentence, for the waiting reader, on what is being done; null if there is nothing new to say.</summary>
    public string? Doing { get; init; }

    /// <summary>
    /// Gets the answer so far, from its beginning, with only the statements whose evidence was checked; null if there are none yet.
    /// </summary>
    public Answer? SoFar { get; init; }

    /// <summary>Gets the finished answer; only the last step has it.</summary>
    public Answer? Finished { get; init; }
}
