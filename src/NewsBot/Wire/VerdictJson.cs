using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Wire;

/// <summary>Represents the judgement of a statement.</summary>
/// <param name="Supported">Whether the passage supports the statement.</param>
/// <param name="Score">How likely readers are to find it supported, 0 to 1, to three decimals.</param>
/// <param name="Reasons">Why it is not supported, such as <c>Number</c>; empty where it is.</param>
internal sealed record VerdictJson(bool Supported, double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>Creates the document.</summary>
    public static VerdictJson From(GroundingVerdict verdict) =>
        new(verdict.Supported, Math.Round(verdict.Score, 3), [.. verdict.Reasons.Select(reason => reason.ToString())]);
}
