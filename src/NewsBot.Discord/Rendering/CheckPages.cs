using NewsBot.Archive.Passages;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders a checked message: each sentence with its verdict and the archive's sentence.</summary>
internal static class CheckPages
{
    private const int MaxHeadline = 120;

    private const string HowItDecides =
        "Each sentence is compared with the nearest sentences of the archive. **Supported**: an article says it, with the same names and numbers. "
        + "**Contradicted**: an article is about the same thing and says otherwise. **Not found**: anything else, which does not make it wrong. "
        + "Read the quotes before you rely on a verdict.";

    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(IReadOnlyList<CheckedSentence> sentences, Func<string, TextRange?, string> link) =>
        EmbedPages.Layout(
            "Checked against the archive",
            HowItDecides,
            [.. sentences.Select(sentence => Section(sentence, link))],
            "Automatic verdicts: read the quotes",
            Palette.Sources
        );

    private static EmbedField Section(CheckedSentence sentence, Func<string, TextRange?, string> link)
    {
        var verdict = $"{CheckWords.Of(sentence.Verdict)}: ";
        var name = verdict + Cut.ToWords(sentence.Text, EmbedPages.MaxTitle - verdict.Length);
        if (sentence.Article is not { } article)
            return new EmbedField(name, CheckWords.NoEvidence);
        var origin =
            $"{Cut.ToWords(Headlines.Of(article), MaxHeadline)}\n{SourceLine.Of(article, link(article.Source, sentence.Evidence))}";
        return new EmbedField(
            name,
            $"> {Cut.ToSentences(sentence.Evidence.In(article.Text), EmbedPages.MaxValue - origin.Length - 4)}\n{origin}"
        );
    }
}
