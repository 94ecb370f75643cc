using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Naming;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders what the articles say about each sentence of a text: the verdict, the evidence and its source.</summary>
internal static class CheckMessage
{
    /// <param name="sentences">At least one.</param>
    /// <param name="link">Returns the page of an article, with a text marked.</param>
    public static Activity Render(IReadOnlyList<CheckedSentence> sentences, Func<string, TextRange, string> link) =>
        AnswerMessage.Text(string.Join("\n\n", sentences.SelectMany(sentence => Paragraphs(sentence, link))));

    private static IEnumerable<string> Paragraphs(CheckedSentence sentence, Func<string, TextRange, string> link)
    {
        yield return $"**{CheckWords.Of(sentence.Verdict)}:** “{SafeText.Markdown(sentence.Text)}”";
        if (sentence.Article is not { } article)
        {
            yield return CheckWords.NoEvidence;
            yield break;
        }

        yield return $"> {SafeText.Markdown(sentence.Evidence.In(article.Text))}";
        yield return SourceLine.WithHeadline(
            Headlines.Of(article),
            article.Source,
            OutletName.Known(article),
            article.PublishedOn,
            link(article.Source, sentence.Evidence)
        );
    }
}
