using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a statement that denies what its evidence does not, or the reverse.</summary>
internal static class NegationVeto
{
    /// <summary>The most words between a "not" and the denial that it reverses.</summary>
    private const int Near = 3;

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var claimed = alignment.Claim.Words.FirstOrDefault(Denies);
        var found = Scope.Governing(alignment, Denies);
        if (claimed is null != found is null)
        {
            reasons.Add(new(GroundingFault.Negation, (claimed ?? found)!.Folded));
            return;
        }

        if (TakesBack(alignment.Claim.Words) is { } word && TakesBack(alignment.Main.Text.Words) is null)
            reasons.Add(new(GroundingFault.Negation, word.Folded));
    }

    private static bool Denies(AnnotatedWord word) => English.Negations.Contains(word) || English.NegatingWords.Contains(word);

    /// <summary>Returns the denial that is reversed, as in "did not deny"; null when there is none.</summary>
    private static AnnotatedWord? TakesBack(IReadOnlyList<AnnotatedWord> words) =>
        words
            .Index()
            .FirstOrDefault(word =>
                English.NegatingWords.Contains(word.Item)
                && Enumerable
                    .Range(Math.Max(0, word.Index - Near), Math.Min(Near, word.Index))
                    .Any(i => English.Negations.Contains(words[i]))
            )
            .Item;
}
