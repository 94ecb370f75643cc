using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>A paragraph of a text.</summary>
/// <param name="Runs">
/// Its parts that no sentence crosses, in order, without white space around them: the whole paragraph, or the lines of a list.
/// </param>
internal readonly record struct Paragraph(IReadOnlyList<TextRange> Runs);
