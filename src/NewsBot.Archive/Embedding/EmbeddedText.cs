using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Search.Vectors;

namespace NewsBot.Archive.Embedding;

/// <summary>
/// Provides the text that a passage's vector is made from. It includes the headline, which says what the passage is about.
/// </summary>
internal static class EmbeddedText
{
    public static string Of(Article article, Passage excerpt) => $"{article.Headline}\n{excerpt.Range.In(article.Text)}";

    public static TextPrint PrintOf(Article article, Passage excerpt) => TextPrint.Of(Of(article, excerpt));
}
