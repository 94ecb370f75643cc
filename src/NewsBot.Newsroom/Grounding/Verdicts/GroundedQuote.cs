using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Where a statement's evidence stands.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passage">The passage that was retrieved, in the article's text.</param>
/// <param name="Range">The sentences that are quoted, inside the passage.</param>
internal sealed record GroundedQuote(Article Article, TextRange Passage, TextRange Range)
{
    /// <summary>Returns whether the evidence lies inside its passage, and says this word for word.</summary>
    public bool Says(ReadOnlySpan<char> quote)
    {
        var isInside = Passage.Start <= Range.Start && Range.End <= Passage.End && Passage.End <= Article.Text.Length;
        return isInside && Range.Length > 0 && Article.Text.AsSpan(Range.Start, Range.Length).SequenceEqual(quote);
    }

    /// <summary>Returns whether both are of one article and share words.</summary>
    public bool Overlaps(GroundedQuote other) => Article.Source == other.Article.Source && Range.Start < other.Range.End && other.Range.Start < Range.End;
}
