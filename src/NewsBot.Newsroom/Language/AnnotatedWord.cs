namespace NewsBot.Newsroom.Language;

/// <summary>A word of a text with what the composer asks of it. Offsets are UTF-16 offsets into the annotated text.</summary>
internal sealed class AnnotatedWord
{
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Lower case, without accents and possessive.</summary>
    public required string Folded { get; init; }

    public required string Stem { get; init; }

    /// <summary>A function word.</summary>
    public required bool IsStop { get; init; }

    /// <summary>Starts with a capital letter.</summary>
    public required bool IsCapital { get; init; }

    /// <summary>The number that the word stands for ("two", "27,000", "2.30am" as 2.3); null for other words.</summary>
    public required double? Number { get; init; }

    /// <summary>Ends in 's or ’s, or in an apostrophe after s.</summary>
    public required bool IsPossessive { get; init; }

    public required WordBreak BreakBefore { get; init; }

    /// <summary>Whether the word stands inside quotation marks.</summary>
    public required bool IsQuoted { get; init; }
}
