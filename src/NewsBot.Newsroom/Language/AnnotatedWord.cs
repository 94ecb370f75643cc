using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Language;

/// <summary>A word of a text with what the composer asks of it. Offsets are UTF-16 offsets into the annotated text.</summary>
internal sealed class AnnotatedWord
{
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>What holds of the word wherever it stands.</summary>
    public required WordForm Form { get; init; }

    /// <inheritdoc cref="WordForm.Folded"/>
    public string Folded => Form.Folded;

    /// <inheritdoc cref="WordForm.Stem"/>
    public string Stem => Form.Stem;

    /// <inheritdoc cref="WordForm.IsStop"/>
    public bool IsStop => Form.IsStop;

    /// <summary>Starts with a capital letter.</summary>
    public required bool IsCapital { get; init; }

    /// <summary>Starts with a capital letter, or is of a script that has none.</summary>
    public bool MayBeName => IsCapital || OtherScript.IsCaseless(Folded);

    /// <inheritdoc cref="WordForm.Number"/>
    public double? Number => Form.Number;

    /// <summary>Ends in 's or ’s, or in an apostrophe after s.</summary>
    public required bool IsPossessive { get; init; }

    public required WordBreak BreakBefore { get; init; }

    /// <summary>Whether the word stands inside quotation marks.</summary>
    public required bool IsQuoted { get; init; }
}
