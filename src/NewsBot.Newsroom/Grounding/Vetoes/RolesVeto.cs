using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// "Russia accused Ukraine" is not "Ukraine accused Russia": who stands before a word as the one who does it, and who after it as the one to whom it is
/// done, stand there in the evidence too, and nobody else stands nearer.
/// </summary>
internal static class RolesVeto
{
    /// <summary>How far from its word somebody may stand in a statement, in words.</summary>
    private const int Near = 5;

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var words = alignment.Claim.Words;
        for (var verb = 1; verb + 1 < words.Count; verb++)
        {
            if (words[verb].IsStop || words[verb].IsCapital || words[verb].Number is not null || alignment.CoverIn(verb, alignment.Main) < WordCover.Covered) continue;
            int subject = Nearest(alignment, verb, -1), target = Nearest(alignment, verb, 1);
            if (subject >= 0 && target >= 0 && words[subject].Stem == words[target].Stem) continue;
            if (!Places(alignment, verb).Any(at => Fits(alignment, subject, verb, target, at))) reasons.Add(new(GroundingFault.Roles, words[verb].Folded));
        }
    }

    private static int Nearest(Alignment alignment, int from, int step)
    {
        var words = alignment.Claim.Words;
        for (var i = from + step; i >= 0 && i < words.Count && Math.Abs(i - from) <= Near; i += step)
        {
            if (step > 0 && words[i].BreakBefore >= WordBreak.Comma) return -1;
            if (IsSomebody(words[i]) && (i > 0 || IsNameInEvidence(alignment, i)) && Places(alignment, i).Any()) return i;
            if (step < 0 && words[i].BreakBefore >= WordBreak.Comma) return -1;
        }

        return -1;
    }

    private static bool IsSomebody(AnnotatedWord word) => word.IsCapital && !word.IsStop && !word.IsPossessive && word.Number is null && !TimeWords.IsCalendar(word);

    /// <summary>The first word of a statement has a capital in any case; the evidence shows whether it would have one elsewhere.</summary>
    private static bool IsNameInEvidence(Alignment alignment, int claimWord) =>
        alignment.Evidence.Words.Index().Any(word => word.Item.IsCapital && word.Item.BreakBefore < WordBreak.Quote && alignment.Strength(claimWord, word.Index) >= RelatedWords.StandsFor);

    /// <summary>Whether both stand on their sides of the word at one place of the evidence; a passive there or here, and "said Peskov", turn the sides.</summary>
    private static bool Fits(Alignment alignment, int subject, int verb, int target, int at)
    {
        var words = alignment.Evidence.Words;
        var isTurned = IsPassive(words, at, alignment.Main.End) != IsPassive(alignment.Claim.Words, verb, alignment.Claim.Words.Count);
        if (GroundingWords.IsSpeechVerb(words[at].Folded) && !isTurned) return target < 0 || subject < 0 || !IsSwapped(alignment, subject, target, at);
        var (before, after) = isTurned ? (target, subject) : (subject, target);
        return (before < 0 || StandsBefore(alignment, before, at)) && (after < 0 || StandsAfter(alignment, after, at));
    }

    private static bool IsSwapped(Alignment alignment, int subject, int target, int at) =>
        !(Places(alignment, subject).Any(place => place < at) && Places(alignment, target).Any(place => place > at))
        && Places(alignment, subject).Any(place => place > at) && Places(alignment, target).Any(place => place < at);

    /// <summary>No "and", "but" or "while" brings in somebody else between them.</summary>
    private static bool StandsBefore(Alignment alignment, int claimWord, int at)
    {
        var words = alignment.Evidence.Words;
        var place = Places(alignment, claimWord).Where(place => place < at).DefaultIfEmpty(-1).Max();
        if (place < 0) return false;
        return !Enumerable.Range(place + 1, at - place - 1).Any(i => words[i].Folded is "and" or "but" or "while" or "whereas" or "although" && BringsIn(alignment, i + 1, at));
    }

    private static bool BringsIn(Alignment alignment, int start, int end) =>
        Enumerable.Range(start, Math.Max(0, Math.Min(end - start, Near))).Any(i => IsSomebody(alignment.Evidence.Words[i]) && !IsInClaim(alignment, i));

    /// <summary>Nobody stands nearer, unless both are named in one breath ("Northline and Ostnet").</summary>
    private static bool StandsAfter(Alignment alignment, int claimWord, int at)
    {
        var words = alignment.Evidence.Words;
        var place = Places(alignment, claimWord).Where(place => place > at).DefaultIfEmpty(-1).Min();
        if (place < 0) return false;
        var other = Enumerable.Range(at + 1, place - at - 1).Where(i => IsSomebody(words[i]) && !IsInClaim(alignment, i)).DefaultIfEmpty(-1).First();
        return other < 0 || Enumerable.Range(other, place - other).All(i => IsSomebody(words[i]) || Lexicon.IsRole(words[i]) || words[i].Folded is "and" or "or" or "the" or "of" or "mr" or "ms" or "mrs" or "dr");
    }

    private static bool IsInClaim(Alignment alignment, int place) => Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.Strength(i, place) >= RelatedWords.StandsFor);

    private static IEnumerable<int> Places(Alignment alignment, int claimWord) =>
        Enumerable.Range(alignment.Main.Start, alignment.Main.Count).Where(place => alignment.Strength(claimWord, place) >= RelatedWords.StandsFor);

    private static bool IsPassive(IReadOnlyList<AnnotatedWord> words, int verb, int end) =>
        Enumerable.Range(verb + 1, Math.Max(0, Math.Min(4, end - verb - 1))).Any(i => words[i].Folded == "by");
}
