using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Models;

/// <summary>What became of one statement of the model.</summary>
/// <param name="Statement">What may be shown; null: it was dropped.</param>
/// <param name="IsReplaced">The quoted sentence stands in for the model's words.</param>
/// <param name="Reasons">Why the model's words do not stand; empty when they do.</param>
internal sealed record GroundingOutcome(GroundedStatement? Statement, bool IsReplaced, IReadOnlyList<GroundingReason> Reasons);
