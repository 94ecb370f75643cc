using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Discord.Rendering;

/// <summary>Represents a quote of an answer with the text around it.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="Article">The article.</param>
/// <param name="Quote">The range of the quote in the article's text.</param>
/// <param name="Context">The text around it.</param>
/// <param name="Link">Its web page.</param>
internal sealed record QuotedPassage(int Number, Article Article, TextRange Quote, QuoteContext Context, string Link)
{
    private const int MaxSentences = 4;
    private const int MaxChars = 500;

    /// <summary>Returns a quote as it is in its article now.</summary>
    public static QuotedPassage Of(int number, ArchivedArticle article, TextRange quote, string link) =>
        new(number, article.Article, quote, QuoteContext.Of(article, quote, MaxSentences, MaxChars), link);
}
