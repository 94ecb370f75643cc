namespace NewsBot.Search.Index.Querying;

/// <summary>Represents a parsed query text.</summary>
internal sealed record ReadQuery
{
    /// <summary>Gets the text without its operators, which is scored.</summary>
    public required string Words { get; init; }

    /// <summary>Gets a value indicating whether the text has a question mark.</summary>
    public required bool IsQuestion { get; init; }

    /// <summary>Gets the phrases and words that a passage or its headline must have.</summary>
    public required IReadOnlyList<PhraseClause> Required { get; init; }

    /// <summary>Gets the phrases and words that neither the passage nor its headline may have.</summary>
    public required IReadOnlyList<PhraseClause> Excluded { get; init; }

    /// <summary>Gets the parts that the source must contain, in any case.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets the day before which documents must be published; null: any.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Gets the day after which documents must be published; null: any.</summary>
    public DateOnly? After { get; init; }
}
