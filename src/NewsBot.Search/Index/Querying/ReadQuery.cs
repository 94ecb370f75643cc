namespace NewsBot.Search.Index.Querying;

/// <summary>A query text taken apart.</summary>
internal sealed record ReadQuery
{
    /// <summary>The text without its operators: what is scored.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the text has a question mark.</summary>
    public required bool IsQuestion { get; init; }

    /// <summary>Phrases and words that a passage or its headline must have.</summary>
    public required IReadOnlyList<PhraseClause> Required { get; init; }

    /// <summary>Phrases and words that neither the passage nor its headline may have.</summary>
    public required IReadOnlyList<PhraseClause> Excluded { get; init; }

    /// <summary>Parts that the source must contain, in any case.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Documents must be published before this day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Documents must be published after this day.</summary>
    public DateOnly? After { get; init; }
}
