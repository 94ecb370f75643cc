using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>A citation with the passage around its quote. Before, quote and after, one behind the other, are verbatim.</summary>
/// <param name="Citation">The citation.</param>
/// <param name="Before">The end of what stands before the quote in its passage.</param>
/// <param name="After">The beginning of what stands after it.</param>
/// <param name="IsCutBefore">Whether the passage begins earlier.</param>
/// <param name="IsCutAfter">Whether the passage goes on.</param>
public sealed record QuotedPassage(Citation Citation, string Before, string After, bool IsCutBefore, bool IsCutAfter)
{
    private const int MaxCharsAround = 220;

    /// <summary>Shows a citation within its passage.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="found">The passage in which the quote begins; null when the article went away in the meantime: then the quote stands alone.</param>
    public static QuotedPassage Of(Citation citation, RetrievedPassage? found)
    {
        var quote = citation.Range;
        if (found is not { Passage.Range: var passage } || quote.End > passage.End) return new QuotedPassage(citation, "", "", false, false);
        var text = found.Article.Article.Text;
        var start = Math.Max(passage.Start, quote.Start - MaxCharsAround);
        while (start > passage.Start && start < quote.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = Math.Min(passage.End, quote.End + MaxCharsAround);
        while (end < passage.End && end > quote.End && !char.IsWhiteSpace(text[end])) end--;
        return new QuotedPassage(citation, text[start..quote.Start], text[quote.End..end], start > passage.Start, end < passage.End);
    }
}
