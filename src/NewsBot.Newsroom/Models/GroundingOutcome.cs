using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Models;

/// <summary>Represents the outcome for one statement of the language model.</summary>
/// <param name="Statement">The statement to show; null when it was dropped.</param>
/// <param name="IsReplaced">Whether the quoted sentence replaces the language model's words.</param>
/// <param name="Reasons">Why the language model's words may not be shown; empty when they may.</param>
internal sealed record GroundingOutcome(GroundedStatement? Statement, bool IsReplaced, IReadOnlyList<GroundingReason> Reasons);
