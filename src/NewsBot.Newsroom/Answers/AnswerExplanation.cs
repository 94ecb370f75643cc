namespace NewsBot.Newsroom.Answers;

/// <summary>How a question was understood and what was found for it: for people who judge answers, never shown as one.</summary>
public sealed record AnswerExplanation
{
    /// <summary>The question as it was understood.</summary>
    public required string Question { get; init; }

    /// <summary>What kind of thing it asks for.</summary>
    public required string Kind { get; init; }

    /// <summary>The words that name what is asked for.</summary>
    public required IReadOnlyList<string> Focus { get; init; }

    /// <summary>Its proper names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Its content words, each with what hangs on it among the retrieved passages.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Terms { get; init; }

    /// <summary>Its time expressions with the days that they mean.</summary>
    public required IReadOnlyList<string> Times { get; init; }

    /// <summary>It asks what is not so.</summary>
    public required bool IsNegated { get; init; }

    /// <summary>Passages that were looked at.</summary>
    public required int Passages { get; init; }

    /// <summary>0 to 1: that the articles answer it.</summary>
    public required double Probability { get; init; }

    /// <summary>The least probability at which an answer is given.</summary>
    public required double Threshold { get; init; }

    /// <summary>The best candidates, the most probable first.</summary>
    public required IReadOnlyList<ExplainedCandidate> Candidates { get; init; }
}
