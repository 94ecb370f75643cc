using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Checking;

/// <summary>A sentence with what the articles say of it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">What the articles say.</param>
/// <param name="Article">The article that says so; null when none does.</param>
/// <param name="Evidence">Where in its text the sentence stands that says so.</param>
public sealed record CheckedSentence(string Text, CheckVerdict Verdict, Article? Article = null, TextRange Evidence = default);
