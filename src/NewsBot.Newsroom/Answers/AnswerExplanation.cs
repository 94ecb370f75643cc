namespace NewsBot.Newsroom.Answers;

/// <summary>
/// Represents how a question was understood and what was found for it. It is meant for people who judge answers, and is never shown as one.
/// </summary>
public sealed record AnswerExplanation
{
    /// <summary>Gets the question as understood.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the kind of thing that the question asks for.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the words that name what the question asks for.</summary>
    public required IReadOnlyList<string> Focus { get; init; }

    /// <summary>Gets the question's proper names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Gets the question's content words, each with its weight, given how rare it is among the retrieved passages.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Terms { get; init; }

    /// <summary>Gets the question's time expressions with the days that they mean.</summary>
    public required IReadOnlyList<string> Times { get; init; }

    /// <summary>Gets a value indicating whether the question contains a negation.</summary>
    public required bool IsNegated { get; init; }

    /// <summary>Gets the number of passages considered.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets the probability, 0 to 1, that the articles answer the question.</summary>
    public required double Probability { get; init; }

    /// <summary>Gets the lowest probability, 0 to 1, at which an answer is given.</summary>
    public required double Threshold { get; init; }

    /// <summary>Gets the best candidates, the most probable first.</summary>
    public required IReadOnlyList<ExplainedCandidate> Candidates { get; init; }
}
