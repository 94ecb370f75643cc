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

    /// <summary>Looks a citation up in its article.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="article">Null when the article went away in the meantime: then the quote stands alone.</param>
    public static QuotedPassage Of(Citation citation, ArchivedArticle? article)
    {
        var quote = citation.Range;
        var passage = article?.Passages.FirstOrDefault(passage => passage.Range.Start <= quote.Start && quote.End <= passage.Range.End);
        if (passage is null) return new QuotedPassage(citation, "", "", false, false);
        var text = article!.Article.Text;
        var start = Math.Max(passage.Range.Start, quote.Start - MaxCharsAround);
        while (start > passage.Range.Start && start < quote.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = Math.Min(passage.Range.End, quote.End + MaxCharsAround);
        while (end < passage.Range.End && end > quote.End && !char.IsWhiteSpace(text[end])) end--;
        return new QuotedPassage(citation, text[start..quote.Start], text[quote.End..end], start > passage.Range.Start, end < passage.Range.End);
    }
}
