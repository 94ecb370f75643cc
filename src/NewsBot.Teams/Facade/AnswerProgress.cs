using NewsBot.Newsroom.Answers;

namespace NewsBot.Teams.Facade;

/// <summary>A step on the way to an answer.</summary>
public sealed record AnswerProgress
{
    /// <summary>What is being done now, a short sentence for the person who waits; null: nothing new to say.</summary>
    public string? Doing { get; init; }

    /// <summary>The answer so far, from its beginning: only statements that passed the check of their evidence. Null: nothing yet.</summary>
    public string? TextSoFar { get; init; }

    /// <summary>The finished answer; the last step has it, and no other.</summary>
    public Answer? Answer { get; init; }
}
