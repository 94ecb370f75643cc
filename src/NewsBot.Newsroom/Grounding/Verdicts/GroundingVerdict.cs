namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>What the judge says of one statement.</summary>
/// <param name="Supported">No veto, and a score of at least <see cref="GroundingJudge.Threshold"/>, or every content word in one of a few chosen sentences.</param>
/// <param name="Score">0 to 1: how likely readers find the statement supported, by how its words stand in the quotes. Vetoes do not change it.</param>
/// <param name="Reasons">Why it is not supported; empty when it is.</param>
public sealed record GroundingVerdict(bool Supported, double Score, IReadOnlyList<GroundingReason> Reasons);
