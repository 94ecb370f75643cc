using NewsBot.Search.Index;

namespace NewsBot.Archive.Passages;

/// <summary>Represents a passage that a search found, with the reasons for its rank.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Explanation">The composition of its score.</param>
public sealed record ExplainedPassage(RetrievedPassage Passage, PassageExplanation Explanation);
