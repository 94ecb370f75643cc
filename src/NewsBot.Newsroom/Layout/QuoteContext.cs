using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Layout;

/// <summary>
/// Represents the text around a quote in its article. Before, quote and after, one behind the other, are verbatim. Immutable.
/// </summary>
/// <param name="Before">The sentences before the quote, or the end of the last one; empty at the beginning of the article.</param>
/// <param name="After">The sentences after it, or the beginning of the first one; empty at the end of the article.</param>
/// <param name="IsCutBefore">Whether the article begins earlier.</param>
/// <param name="IsCutAfter">Whether the article goes on.</param>
public sealed record QuoteContext(string Before, string After, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>Gets the context of a quote whose article is gone.</summary>
    public static QuoteContext None { get; } = new("", "", false, false);

    /// <summary>Finds the text around a quote.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quote">The range of the quote in the article's text; <see cref="None"/> comes back for one that ends beyond the
    /// text.</param>
    /// <param name="maxSentences">The most sentences on each side; at least 1.</param>
    /// <param name="maxChars">
    /// The most UTF-16 code units on each side: fewer sentences are taken where they are longer, and a single one is cut at a word.
    /// </param>
    public static QuoteContext Of(ArchivedArticle article, TextRange quote, int maxSentences, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = article.Article.Text;
        if (quote.End > text.Length)
            return None;
        TextRange[] sentences = [.. article.Passages.SelectMany(passage => passage.Sentences)];
        var before = sentences.Where(sentence => sentence.Start < quote.Start).TakeLast(maxSentences).ToArray();
        var start =
            before.Length == 0 ? quote.Start : before.Select(sentence => sentence.Start).FirstOrDefault(Fits, quote.Start - maxChars);
        while (start > 0 && start < quote.Start && !char.IsWhiteSpace(text[start - 1]))
            start++;

        var after = sentences.Where(sentence => sentence.End > quote.End).Take(maxSentences).ToArray();
        var end = after.Length == 0 ? quote.End : after.Select(sentence => sentence.End).LastOrDefault(Fits, quote.End + maxChars);
        while (end < text.Length && end > quote.End && !char.IsWhiteSpace(text[end]))
            end--;
        return new QuoteContext(
            text[start..quote.Start],
            text[quote.End..end],
            text.AsSpan(0, start).ContainsAnyExcept(" \r\n\t"),
            text.AsSpan(end).ContainsAnyExcept(" \r\n\t")
        );

        bool Fits(int position) => position >= quote.Start - maxChars && position <= quote.End + maxChars;
    }
}
