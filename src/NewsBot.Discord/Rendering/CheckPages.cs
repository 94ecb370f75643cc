using NewsBot.Archive.Passages;
using NewsBot.Discord.Checking;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>A checked message: each sentence with its verdict and the archive's sentence.</summary>
internal static class CheckPages
{
    private const string HowItDecides =
        "Each sentence is compared with the nearest sentences of the archive by its words, numbers and denials. "
        + "**Supported**: an article has at least 80 % of its words and all of its numbers. **Contradicted**: an article is about the same thing, "
        + "and a number or a “not” differs. **Not found**: everything else; that does not make it wrong. A person has to read the quotes.";

    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(IReadOnlyList<CheckedSentence> sentences, Func<string, TextRange?, string> link) =>
        EmbedPages.Layout("Checked against the archive", HowItDecides, [.. sentences.Select(sentence => Section(sentence, link))], "Compared by words, not by meaning", Palette.Sources);

    private static EmbedField Section(CheckedSentence sentence, Func<string, TextRange?, string> link)
    {
        var verdict = sentence.Verdict switch
        {
            Verdict.Supported => "Supported: ",
            Verdict.Contradicted => "Contradicted: ",
            _ => "Not found: ",
        };
        var name = verdict + Cut.ToWords(sentence.Text, EmbedPages.MaxTitle - verdict.Length);
        if (sentence.Article is not { } article) return new EmbedField(name, "No sentence of the archive is about this.");
        var origin = $"{Cut.ToWords(article.Headline, 200)} · {Dates.Show(article.PublishedOn)}\n{DiscordMarkdown.Link("Read it in the article", link(article.Source, sentence.Evidence))}".TrimEnd();
        if (sentence.Difference is { } difference) origin = $"What differs: {Cut.ToWords(difference, 150)}\n{origin}";
        return new EmbedField(name, $"> {Cut.ToSentences(sentence.Evidence.In(article.Text), EmbedPages.MaxValue - origin.Length - 4)}\n{origin}");
    }
}
