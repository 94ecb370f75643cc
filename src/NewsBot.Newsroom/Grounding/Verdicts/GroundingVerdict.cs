namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Represents the judge's verdict on one statement. Immutable.</summary>
/// <param name="Supported">Whether no veto applies and the score reaches <see cref="GroundingJudge.Threshold"/> or one of a few chosen
/// sentences covers every content word, or the model finds the statement supported.</param>
/// <param name="Score">How likely readers are to find the statement supported, 0 to 1, going by its words and regardless of vetoes; where
/// the model may read it, the model's probability, or 0 where a check rules it out.</param>
/// <param name="Reasons">Why the statement is not supported; empty when it is.</param>
public sealed record GroundingVerdict(bool Supported, double Score, IReadOnlyList<GroundingReason> Reasons);
