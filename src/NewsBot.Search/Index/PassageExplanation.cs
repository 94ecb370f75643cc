namespace NewsBot.Search.Index;

/// <summary>Why a passage was found, and why at its place.</summary>
public sealed record PassageExplanation
{
    /// <summary>The passage.</summary>
    public required PassageHit Hit { get; init; }

    /// <summary>The terms of the query that the index knows, with what each adds.</summary>
    public required IReadOnlyList<TermExplanation> Terms { get; init; }

    /// <summary>What each other sign adds to the score, by name; together with the terms they add up to it.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Signs { get; init; }
}
