using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>No word stands where the evidence has its opposite: "before" for "after", "won" for "lost".</summary>
internal static class OppositeVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            if (!GroundingWords.HasOpposites(word) || alignment.CoverIn(i, alignment.Main) >= WordCover.Covered) continue;
            var isSwapped = alignment.Main.Text.Words.Any(found => GroundingWords.AreOpposites(word, found) && !alignment.Claim.Words.Any(other => other.Stem == found.Stem));
            if (isSwapped) reasons.Add(new(GroundingFault.Opposite, word.Folded));
        }
    }
}
