using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Checking;

/// <summary>A sentence with what the articles say of it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">What the articles say.</param>
/// <param name="Article">The article that says so; null when none does.</param>
/// <param name="Evidence">Where in its text the sentence stands that says so.</param>
public sealed record CheckedSentence(string Text, CheckVerdict Verdict, Article? Article = null, TextRange Evidence = default)
{
    /// <summary>Returns the sources of the articles that say something of the sentences.</summary>
    public static IReadOnlyList<string> SourcesOf(IEnumerable<CheckedSentence> sentences) =>
        [.. sentences.Select(sentence => sentence.Article?.Source).OfType<string>().Distinct(StringComparer.Ordinal)];
}
