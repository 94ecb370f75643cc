using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Discord.Checking;

/// <summary>A sentence of a message with what the archive says of it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">What the archive says.</param>
/// <param name="Article">Where it says so; null when nothing was found.</param>
/// <param name="Evidence">The sentence of the article that says so.</param>
/// <param name="Difference">For a contradiction: what differs, in words.</param>
internal sealed record CheckedSentence(string Text, Verdict Verdict, Article? Article = null, TextRange Evidence = default, string? Difference = null);
