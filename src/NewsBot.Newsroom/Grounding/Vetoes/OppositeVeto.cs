using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a word where the evidence has its opposite: "before" for "after", "won" for "lost".</summary>
internal static class OppositeVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            if (English.Opposites.Of(word.Stem) is not { } opposites || alignment.CoverIn(i, alignment.Main) >= WordCover.Covered)
                continue;
            var isSwapped = alignment.Main.Text.Words.Any(found =>
                opposites.Contains(found.Stem) && !alignment.Claim.Words.Any(other => other.Stem == found.Stem)
            );
            if (isSwapped)
                reasons.Add(new(GroundingFault.Opposite, word.Folded));
        }
    }
}
