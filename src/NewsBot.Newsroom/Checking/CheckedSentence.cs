using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Checking;

/// <summary>Represents a sentence with what the articles say about it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">What the articles say.</param>
/// <param name="Article">The article that supports or contradicts it; null if none does.</param>
/// <param name="Evidence">The position of the evidence in that article's text, in UTF-16 offsets.</param>
public sealed record CheckedSentence(string Text, CheckVerdict Verdict, Article? Article = null, TextRange Evidence = default)
{
    /// <summary>Returns the sources of the articles that support or contradict the sentences, without duplicates.</summary>
    public static IReadOnlyList<string> SourcesOf(IEnumerable<CheckedSentence> sentences) =>
        [.. sentences.Select(sentence => sentence.Article?.Source).OfType<string>().Distinct(StringComparer.Ordinal)];
}
