using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Represents a paragraph of a text.</summary>
/// <param name="Runs">
/// Its parts that no sentence crosses, in order, without surrounding white space: the whole paragraph, or the lines of a list.
/// </param>
internal readonly record struct Paragraph(IReadOnlyList<TextRange> Runs);
