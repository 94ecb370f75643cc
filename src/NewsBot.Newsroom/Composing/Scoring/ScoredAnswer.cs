namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>Represents what the passages offer in answer to a question.</summary>
/// <param name="Candidates">The candidates, the most probable first.</param>
/// <param name="Probability">The probability, 0 to 1, that the first ones answer the question.</param>
internal sealed record ScoredAnswer(IReadOnlyList<ScoredCandidate> Candidates, double Probability);
