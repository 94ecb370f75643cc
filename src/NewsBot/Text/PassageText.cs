using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Search.Index;

namespace NewsBot.Text;

/// <summary>Writes passages for a terminal: source, headline and text of each.</summary>
internal static class PassageText
{
    /// <summary>Writes passages in their order.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="passages">Best first.</param>
    /// <param name="explained">The same with their reasons; empty: without them.</param>
    public static void Write(TextWriter output, IReadOnlyList<RetrievedPassage> passages, params IReadOnlyList<ExplainedPassage> explained)
    {
        if (passages.Count == 0)
            output.WriteLine("No passage contains any of these words.");
        for (var i = 0; i < passages.Count; i++)
        {
            var article = passages[i].Article.Article;
            if (i > 0)
                output.WriteLine();
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i + 1}. {PlainText.Source(article.Source, OutletName.Known(article), article.PublishedOn)} ({passages[i].Score:0.00})"
                )
            );
            output.WriteLine($"   {PlainText.OneLine(article.Headline)}");
            output.WriteLine($"   {PlainText.OneLine(passages[i].Text)}");
            if (i < explained.Count)
                Write(output, explained[i].Explanation);
        }
    }

    private static void Write(TextWriter output, PassageExplanation explanation)
    {
        output.WriteLine("   term                  passages   weight    bound  body  headline    adds");
        foreach (var term in explanation.Terms)
        {
            var name = PlainText.OneLine(term.Term) + (term.IsVariant ? " (spelling)" : "");
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {name, -21} {term.Passages, 8} {term.Weight, 8:0.00} {term.Bound, 8:0.00} {term.InBody, 5} {term.InHeadline, 9} {term.Score, 7:0.00}"
                )
            );
        }

        output.WriteLine(
            "   "
                + string.Join(
                    ", ",
                    explanation.Signs.Select(sign => string.Create(CultureInfo.InvariantCulture, $"{sign.Key} {sign.Value:0.00}"))
                )
        );
    }
}
