using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>
/// A citation with what stands around its quote in the article. Before, quote and after, one behind the other, are verbatim.
/// </summary>
/// <param name="Citation">The citation.</param>
/// <param name="Before">The sentence before the quote, or its end; empty at the beginning of the article.</param>
/// <param name="After">The sentence after it, or its beginning; empty at the end of the article.</param>
/// <param name="IsCutBefore">Whether the article begins earlier.</param>
/// <param name="IsCutAfter">Whether the article goes on.</param>
public sealed record QuotedPassage(Citation Citation, string Before, string After, bool IsCutBefore, bool IsCutAfter)
{
    private const int MaxCharsAround = 200;

    /// <summary>Shows a citation with its neighbours.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="found">The passage in which the quote begins; null when the article went away in the meantime: then the quote stands alone.</param>
    public static QuotedPassage Of(Citation citation, RetrievedPassage? found)
    {
        var quote = citation.Range;
        if (found is null || quote.End > found.Article.Article.Text.Length) return new QuotedPassage(citation, "", "", false, false);
        var text = found.Article.Article.Text;
        var sentences = found.Article.Passages.SelectMany(passage => passage.Sentences).ToList();
        var start = sentences.FindLast(sentence => sentence.Start < quote.Start) is { Length: > 0 } before ? Math.Max(before.Start, quote.Start - MaxCharsAround) : quote.Start;
        while (start > 0 && start < quote.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = sentences.Find(sentence => sentence.End > quote.End) is { Length: > 0 } after ? Math.Min(after.End, quote.End + MaxCharsAround) : quote.End;
        while (end < text.Length && end > quote.End && !char.IsWhiteSpace(text[end])) end--;
        return new QuotedPassage(citation, text[start..quote.Start], text[quote.End..end], text.AsSpan(0, start).ContainsAnyExcept(" \r\n\t"), text.AsSpan(end).ContainsAnyExcept(" \r\n\t"));
    }
}
