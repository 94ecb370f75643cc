using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>A retrieved passage beside the others.</summary>
/// <param name="Candidates">What it offers.</param>
/// <param name="Rank">Its place among them, from 0.</param>
/// <param name="Score">Of the search; above 0.</param>
/// <param name="ScoreShare">Its score as a share of the best one's, above 0 to 1.</param>
/// <param name="AgeDays">Days from its publication to the day that is asked about; null when it has no date.</param>
internal sealed record PassageInPool(PassageCandidates Candidates, int Rank, double Score, double ScoreShare, int? AgeDays);
