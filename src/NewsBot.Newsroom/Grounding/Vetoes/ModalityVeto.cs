using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a statement that loses what the evidence calls alleged, possible, planned, attempted or conditional.</summary>
internal static class ModalityVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var kept = alignment.Claim.Words.Select(HedgeOf).Where(hedge => hedge is not null).ToHashSet();
        var isAttributed =
            alignment.Claim.Words.Any(word => English.FiniteVerbsOfSaying.Contains(word))
            || alignment.Claim.Text.Contains("according to", StringComparison.OrdinalIgnoreCase);
        var lost = Scope.Governing(alignment, word => HedgeOf(word) is { } hedge && !IsKept(hedge, kept, isAttributed));
        if (lost is not null)
            reasons.Add(new(GroundingFault.Modality, lost.Folded));
    }

    /// <summary>Returns the class of a hedge ("alleged", "may"); null for other words and for the month.</summary>
    private static string? HedgeOf(AnnotatedWord word) =>
        word.Folded == "may" && word.IsCapital && word.BreakBefore < WordBreak.Quote
            ? null
            : English.Hedges.Of(word.Folded) ?? (word.IsStop ? null : English.Hedges.Of(word.Stem));

    private static bool IsKept(string hedge, HashSet<string?> kept, bool isAttributed) =>
        kept.Contains(hedge)
        || hedge switch
        {
            "claim" => isAttributed || kept.Contains("perhaps"),
            "perhaps" => kept.Contains("claim") || kept.Contains("plan"),
            "plan" => kept.Contains("perhaps"),
            "if" => kept.Count > 0,
            _ => false,
        };
}
