namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>What the passages offer to a question.</summary>
/// <param name="Candidates">The most probable first.</param>
/// <param name="Probability">0 to 1: that the first ones answer the question.</param>
internal sealed record ScoredAnswer(IReadOnlyList<ScoredCandidate> Candidates, double Probability);
