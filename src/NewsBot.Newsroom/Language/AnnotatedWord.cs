using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents a word of a text, annotated for the composer. Immutable. Offsets are in UTF-16 code units of the annotated text.
/// </summary>
internal sealed class AnnotatedWord
{
    /// <summary>Gets the offset of the first character.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the offset after the last character.</summary>
    public required int End { get; init; }

    /// <summary>Gets what is true of the word wherever it occurs.</summary>
    public required WordForm Form { get; init; }

    /// <inheritdoc cref="WordForm.Folded"/>
    public string Folded => Form.Folded;

    /// <inheritdoc cref="WordForm.Stem"/>
    public string Stem => Form.Stem;

    /// <inheritdoc cref="WordForm.IsStop"/>
    public bool IsStop => Form.IsStop;

    /// <summary>Gets a value indicating whether the word begins with a capital letter.</summary>
    public required bool IsCapital { get; init; }

    /// <summary>Gets a value indicating whether the word begins with a capital letter or is in a script without capitals.</summary>
    public bool MayBeName => IsCapital || OtherScript.IsCaseless(Folded);

    /// <inheritdoc cref="WordForm.Number"/>
    public double? Number => Form.Number;

    /// <summary>Gets a value indicating whether the word ends in 's or ’s, or in an apostrophe after s.</summary>
    public required bool IsPossessive { get; init; }

    /// <summary>Gets the strongest punctuation mark before the word.</summary>
    public required WordBreak BreakBefore { get; init; }

    /// <summary>Gets a value indicating whether the word is inside quotation marks.</summary>
    public required bool IsQuoted { get; init; }
}
