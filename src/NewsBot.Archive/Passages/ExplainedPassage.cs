using NewsBot.Search.Index;

namespace NewsBot.Archive.Passages;

/// <summary>A passage that a search found, and why at its place.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Explanation">What its score is made of.</param>
public sealed record ExplainedPassage(RetrievedPassage Passage, PassageExplanation Explanation);
