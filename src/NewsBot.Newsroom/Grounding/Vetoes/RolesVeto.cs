using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>"Russia accused Ukraine" is not "Ukraine accused Russia": two names keep their sides of a word that stands between them.</summary>
internal static class RolesVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var words = alignment.Claim.Words;
        for (var verb = 1; verb + 1 < words.Count; verb++)
        {
            if (words[verb].IsStop || words[verb].IsCapital || alignment.CoverIn(verb, alignment.Main) < WordCover.Covered) continue;
            int subject = Nearest(alignment, verb, -1), target = Nearest(alignment, verb, 1);
            if (subject < 0 || target < 0 || words[subject].Stem == words[target].Stem) continue;
            if (IsSwapped(alignment, subject, verb, target)) reasons.Add(new(GroundingFault.Roles, words[verb].Folded));
        }
    }

    private static int Nearest(Alignment alignment, int from, int step)
    {
        var words = alignment.Claim.Words;
        for (var i = from + step; i >= 0 && i < words.Count && Math.Abs(i - from) <= 5; i += step)
        {
            if (step > 0 && words[i].BreakBefore >= WordBreak.Comma) return -1;
            var isName = words[i].IsCapital && !words[i].IsStop && !words[i].IsPossessive && !TimeWords.IsCalendar(words[i]) && (i > 0 || IsNameInEvidence(alignment, i));
            if (isName) return i;
            if (step < 0 && words[i].BreakBefore >= WordBreak.Comma) return -1;
        }

        return -1;
    }

    /// <summary>The first word of a statement has a capital in any case; the evidence shows whether it would have one elsewhere.</summary>
    private static bool IsNameInEvidence(Alignment alignment, int claimWord) =>
        alignment.Evidence.Words.Index().Any(word => word.Item.IsCapital && word.Item.BreakBefore < WordBreak.Quote && alignment.Strength(claimWord, word.Index) >= RelatedWords.StandsFor);

    private static bool IsSwapped(Alignment alignment, int subject, int verb, int target)
    {
        var isTurned = false;
        foreach (var at in Places(alignment, verb))
        {
            var isPassive = IsPassive(alignment.Evidence.Words, at, alignment.Main.End) != IsPassive(alignment.Claim.Words, verb, alignment.Claim.Words.Count);
            bool keeps = Places(alignment, subject).Any(place => place < at) && Places(alignment, target).Any(place => place > at);
            bool turns = Places(alignment, subject).Any(place => place > at) && Places(alignment, target).Any(place => place < at);
            if (isPassive ? turns : keeps) return false;
            isTurned |= isPassive ? keeps : turns;
        }

        return isTurned;
    }

    private static IEnumerable<int> Places(Alignment alignment, int claimWord) =>
        Enumerable.Range(alignment.Main.Start, alignment.Main.Count).Where(place => alignment.Strength(claimWord, place) >= RelatedWords.StandsFor);

    private static bool IsPassive(IReadOnlyList<AnnotatedWord> words, int verb, int end) =>
        Enumerable.Range(verb + 1, Math.Max(0, Math.Min(4, end - verb - 1))).Any(i => words[i].Folded == "by");
}
