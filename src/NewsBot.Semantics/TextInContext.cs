namespace NewsBot.Semantics;

/// <summary>A text that the model reads, with what stands around it.</summary>
public sealed record TextInContext
{
    /// <summary>Gets the text itself: a sentence, or a few; what goes beyond about 80 words is not read.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the headline that the text stands under; empty when unknown.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Gets the day on which the text was published; null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Gets the sentence before the text; empty when there is none.</summary>
    public string Before { get; init; } = "";
}
