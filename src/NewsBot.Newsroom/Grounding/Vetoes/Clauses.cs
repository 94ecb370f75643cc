using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Ties numbers and times to their clause: "in March … but … in April" are two.</summary>
internal static class Clauses
{
    /// <summary>
    /// Determines whether, in the evidence, an "and", "but" or "while" and words that the statement omits separate a
    /// word from the one before it.
    /// </summary>
    public static bool ArePartedBefore(Alignment alignment, int claimWord)
    {
        var place = alignment.Pairs[claimWord];
        for (var at = alignment.Main.Start; place < 0 && at < alignment.Main.End; at++)
        {
            if (alignment.Strength(claimWord, at) >= WordCover.Covered)
                place = at;
        }

        var before = Enumerable
            .Range(0, claimWord)
            .LastOrDefault(
                i => alignment.Pairs[i] >= 0 && Alignment.IsContent(alignment.Claim.Words[i]) && alignment.Claim.Words[i].Number is null,
                -1
            );
        if (place < 0 || before < 0 || alignment.Pairs[before] >= place)
            return false;
        var words = alignment.Evidence.Words;
        var border = Enumerable
            .Range(alignment.Pairs[before] + 1, place - alignment.Pairs[before] - 1)
            .FirstOrDefault(i => English.JoiningConjunctions.Contains(words[i]), -1);
        return border >= 0
            && Enumerable.Range(border + 1, place - border - 1).Any(i => Alignment.IsContent(words[i]) && !alignment.Pairs.Contains(i));
    }
}
