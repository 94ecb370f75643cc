namespace NewsBot.Semantics;

/// <summary>Represents a text for the model to read, with its context. Immutable.</summary>
public sealed record TextInContext
{
    /// <summary>Gets the text itself: one sentence or a few. Only about the first 80 words are read.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the headline of the article; empty when unknown.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Gets the day on which the text was published; null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Gets the sentence before the text; empty when there is none.</summary>
    public string Before { get; init; } = "";
}
