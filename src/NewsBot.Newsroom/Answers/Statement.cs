using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Answers;

/// <summary>Represents one sentence of an answer.</summary>
/// <param name="Text">
/// The sentence, verbatim from the passage of its first citation. A language model may say the same in other words; the citations' quotes
/// are verbatim even then.
/// </param>
/// <param name="Citations">The numbers of the citations that support it; never empty.</param>
public sealed partial record Statement(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>
    /// Gets the text for channels that show citations as numbers in brackets: such a number of the article's own stands in parentheses.
    /// </summary>
    public string Shown => BracketedNumber().Replace(Text, "($1)");

    [GeneratedRegex(@"\[([0-9]{1,4})\]")]
    private static partial Regex BracketedNumber();
}
