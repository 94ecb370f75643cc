using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Discord.Rendering;

/// <summary>The passage around a quote.</summary>
/// <param name="Number">The citation's number.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="Range">The whole passage.</param>
/// <param name="Link">Its web page.</param>
internal sealed record QuotedPassage(int Number, Article Article, TextRange Range, string Link);
