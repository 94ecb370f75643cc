namespace NewsBot.Search.Index;

/// <summary>Represents why a passage was found, and why at its rank.</summary>
public sealed record PassageExplanation
{
    /// <summary>Gets the passage.</summary>
    public required PassageHit Hit { get; init; }

    /// <summary>Gets the query's terms that the index contains, with what each adds to the score.</summary>
    public required IReadOnlyList<TermExplanation> Terms { get; init; }

    /// <summary>Gets what each other signal adds to the score, by name; together with the terms they add up to it.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Signs { get; init; }
}
