using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Represents the place of a statement's evidence in an article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passage">The range of the retrieved passage in the article's text.</param>
/// <param name="Range">The range of the quoted sentences, within the passage.</param>
internal sealed record GroundedQuote(Article Article, TextRange Passage, TextRange Range)
{
    /// <summary>Determines whether the evidence lies within its passage and matches the quote exactly.</summary>
    public bool Says(ReadOnlySpan<char> quote)
    {
        var isInside = Passage.Start <= Range.Start && Range.End <= Passage.End && Passage.End <= Article.Text.Length;
        return isInside && Range.Length > 0 && Article.Text.AsSpan(Range.Start, Range.Length).SequenceEqual(quote);
    }

    /// <summary>Determines whether both quotes are from the same article and share words.</summary>
    public bool Overlaps(GroundedQuote other) =>
        Article.Source == other.Article.Source && Range.Start < other.Range.End && other.Range.Start < Range.End;
}
