using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Represents a retrieved passage among the others.</summary>
/// <param name="Candidates">The passage's candidates.</param>
/// <param name="Rank">Its rank, from 0.</param>
/// <param name="Score">Its score in the search; above 0.</param>
/// <param name="ScoreShare">Its score as a share of the best one; above 0, at most 1.</param>
/// <param name="AgeDays">
/// Days from its publication to the day of the question, or else to the newest day retrieved; null if it has no date.
/// </param>
internal sealed record PassageInPool(PassageCandidates Candidates, int Rank, double Score, double ScoreShare, int? AgeDays);
