
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>A statement that may be shown.</summary>
/// <param name="Text">The model's words, or those of the quote where the model's did not stand.</param>
/// <param name="Evidence">What it rests on: whole sentences of articles; never empty.</param>
internal sealed record GroundedStatement(string Text, IReadOnlyList<(Article Article, TextRange Range)> Evidence);
