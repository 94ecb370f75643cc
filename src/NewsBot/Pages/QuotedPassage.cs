using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Pages;

/// <summary>Represents a citation with the sentences around its quote.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Context">The text around its quote.</param>
public sealed record QuotedPassage(Citation Citation, QuoteContext Context)
{
    private const int MaxCharsAround = 200;

    /// <summary>Returns a citation with its neighbours.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="found">The passage in which the quote begins; null when the article has since been removed: the quote then appears
    /// alone.</param>
    public static QuotedPassage Of(Citation citation, RetrievedPassage? found) =>
        new(citation, found is null ? QuoteContext.None : QuoteContext.Of(found.Article, citation.Range, maxSentences: 1, MaxCharsAround));
}
