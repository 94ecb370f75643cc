using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Rejects days, months and words like "yesterday" that are not exactly in the quotes: the day they mean depends on where they are written.
/// </summary>
internal static class TimeVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            var word = alignment.Claim.Words[i];
            var isTime = TimeWords.IsCalendar(word) || TimeWords.IsRelative(word);
            if (isTime && (alignment.CoverOf(i) < WordCover.Same || Clauses.ArePartedBefore(alignment, i)))
                reasons.Add(new(GroundingFault.Time, word.Folded));
        }
    }
}
