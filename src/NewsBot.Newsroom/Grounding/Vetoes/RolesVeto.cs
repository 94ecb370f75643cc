using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Rejects swapped roles: "Russia accused Ukraine" is not "Ukraine accused Russia". The one who acts must come before the verb and the one
/// acted upon after it in the evidence too, with nobody else nearer.
/// </summary>
internal static class RolesVeto
{
    /// <summary>The most words between a verb and a person or body in a statement.</summary>
    private const int Near = 5;

    /// <summary>The most words from a verb back to the auxiliary of a passive ("was later rejected by"), and forward to the "by".</summary>
    private const int PassiveReach = 4;

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var words = alignment.Claim.Words;
        for (var verb = 1; verb + 1 < words.Count; verb++)
        {
            if (
                words[verb].IsStop
                || words[verb].IsCapital
                || words[verb].Number is not null
                || IsTime(words[verb])
                || alignment.CoverIn(verb, alignment.Main) < WordCover.Covered
            )
                continue;
            int subject = Nearest(alignment, verb, -1),
                target = Nearest(alignment, verb, 1);
            if (subject >= 0 && target >= 0 && words[subject].Stem == words[target].Stem)
                continue;
            if (subject < 0 && target < 0 && Places(alignment, verb).Any())
                continue;
            if (!Places(alignment, verb).Any(at => Fits(alignment, subject, verb, target, at)))
                reasons.Add(new(GroundingFault.Roles, words[verb].Folded));
        }
    }

    private static int Nearest(Alignment alignment, int from, int step)
    {
        var words = alignment.Claim.Words;
        var isThing = IsThing(words, from);
        // "The court ordered Cityways": the court has a verb of its own, which is checked by itself; "the attack on Kyiv" does not.
        if (isThing && step > 0 && !(from + 1 < words.Count && English.Prepositions.Contains(words[from + 1])))
            return -1;
        for (var i = from + step; i >= 0 && i < words.Count && Math.Abs(i - from) <= Near; i += step)
        {
            if (step > 0 && words[i].BreakBefore >= WordBreak.Comma)
                return -1;
            if (IsSomebody(words[i]) && (i > 0 || IsNameInEvidence(alignment, i)) && Places(alignment, i).Any())
                return i;
            // The speaker is not the one who acts, and a verb on the way to a thing has sides of its own.
            if (
                step < 0
                && (
                    words[i].BreakBefore >= WordBreak.Comma
                    || English.FiniteVerbsOfSaying.Contains(words[i])
                    || (isThing && !words[i].IsStop && !words[i].IsCapital)
                )
            )
                return -1;
        }

        return -1;
    }

    /// <summary>Determines whether the word is a thing ("the court", "a request") and not an action.</summary>
    private static bool IsThing(IReadOnlyList<AnnotatedWord> words, int i) =>
        i > 0 && words[i].BreakBefore <= WordBreak.Hyphen && English.Determiners.Contains(words[i - 1]);

    private static bool IsOfPlaceOrTime(AnnotatedWord word) =>
        English.Prepositions.Contains(word) && !English.PrepositionsOfParties.Contains(word);

    private static bool IsTime(AnnotatedWord word) => TimeWords.IsUnit(word) || TimeWords.IsRelative(word);

    /// <summary>Determines whether a name says where or when, not by whom: "in Karsholm", "at the lighthouse of Torsby".</summary>
    private static bool IsCircumstance(IReadOnlyList<AnnotatedWord> words, int name)
    {
        var i = BeforeName(words, name);
        if (i < 0 || words[i].Folded is not "of")
            return i >= 0 && IsOfPlaceOrTime(words[i]);
        // Skips the whole that it is part of: "at the old lighthouse of".
        i--;
        for (var step = 0; step < 3 && i >= 0 && !English.Prepositions.Contains(words[i]) && words[i].BreakBefore < WordBreak.Comma; step++)
            i--;
        return i >= 0 && IsOfPlaceOrTime(words[i]);
    }

    private static int BeforeName(IReadOnlyList<AnnotatedWord> words, int name)
    {
        var i = name;
        while (i >= 0 && (IsSomebody(words[i]) || English.Determiners.Contains(words[i])))
            i--;
        return i;
    }

    private static bool IsSomebody(AnnotatedWord word) =>
        word.IsCapital && !word.IsStop && !word.IsPossessive && word.Number is null && !TimeWords.IsCalendar(word);

    /// <summary>
    /// Determines whether the evidence capitalises a statement's word inside a sentence. At its beginning, the capital means nothing.
    /// </summary>
    private static bool IsNameInEvidence(Alignment alignment, int claimWord)
    {
        var words = alignment.Evidence.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsCapital && words[i].BreakBefore < WordBreak.Quote && alignment.Strength(claimWord, i) >= RelatedWords.StandsFor)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Determines whether both are on their sides of the verb at one place in the evidence. A passive in only one of
    /// the texts swaps the sides; "said Peskov" may too.
    /// </summary>
    private static bool Fits(Alignment alignment, int subject, int verb, int target, int at)
    {
        var words = alignment.Evidence.Words;
        var isTurned = IsPassive(words, at, alignment.Main.End) != IsPassive(alignment.Claim.Words, verb, alignment.Claim.Words.Count);
        if (English.FiniteVerbsOfSaying.Contains(words[at]) && !isTurned)
            return target < 0 || subject < 0 || !IsSwapped(alignment, subject, target, at);
        var (before, after) = isTurned ? (target, subject) : (subject, target);
        return (before < 0 || StandsBefore(alignment, before, at) || IsCircumstanceOf(alignment, before, at))
            && (after < 0 || StandsAfter(alignment, after, at) || IsCircumstanceOf(alignment, after, at));
    }

    /// <summary>
    /// Determines whether the word says where or when in both texts and belongs to the same clause; then it may be on either side.
    /// </summary>
    private static bool IsCircumstanceOf(Alignment alignment, int claimWord, int at)
    {
        var words = alignment.Evidence.Words;
        return IsCircumstance(alignment.Claim.Words, claimWord)
            && Places(alignment, claimWord)
                .Any(place =>
                    place != at
                    && IsCircumstance(words, place)
                    && !Enumerable
                        .Range(Math.Min(place, at) + 1, Math.Abs(place - at) - 1)
                        .Any(i => BeginsClause(words[i]) || (IsSomebody(words[i]) && !IsInClaim(alignment, i)))
                );
    }

    private static bool BeginsClause(AnnotatedWord word) =>
        English.Coordinators.Contains(word) || English.Subordinators.Contains(word) || English.RelativePronouns.Contains(word);

    private static bool IsSwapped(Alignment alignment, int subject, int target, int at) =>
        !(Places(alignment, subject).Any(place => place < at) && Places(alignment, target).Any(place => place > at))
        && Places(alignment, subject).Any(place => place > at)
        && Places(alignment, target).Any(place => place < at);

    /// <summary>
    /// Determines whether the word comes before the verb, with no "and", "but" or "while" introducing another party between them.
    /// </summary>
    private static bool StandsBefore(Alignment alignment, int claimWord, int at)
    {
        var words = alignment.Evidence.Words;
        var place = Places(alignment, claimWord).Where(place => place < at).DefaultIfEmpty(-1).Max();
        if (place < 0)
            return false;
        return !Enumerable
            .Range(place + 1, at - place - 1)
            .Any(i => English.JoiningConjunctions.Contains(words[i]) && BringsIn(alignment, i + 1, at));
    }

    private static bool BringsIn(Alignment alignment, int start, int end) =>
        Enumerable
            .Range(start, Math.Max(0, Math.Min(end - start, Near)))
            .Any(i => IsSomebody(alignment.Evidence.Words[i]) && !IsInClaim(alignment, i));

    /// <summary>
    /// Determines whether the word comes after the verb with no other party nearer, unless they are named together
    /// ("Northline and Ostnet").
    /// </summary>
    private static bool StandsAfter(Alignment alignment, int claimWord, int at)
    {
        var words = alignment.Evidence.Words;
        var place = Places(alignment, claimWord).Where(place => place > at).DefaultIfEmpty(-1).Min();
        if (place < 0)
            return false;
        var other = Enumerable
            .Range(at + 1, place - at - 1)
            .Where(i => IsSomebody(words[i]) && !IsInClaim(alignment, i))
            .DefaultIfEmpty(-1)
            .First();
        return other < 0
            || Enumerable
                .Range(other, place - other)
                .All(i =>
                    IsSomebody(words[i])
                    || English.Roles.Contains(words[i])
                    || words[i].Folded is "and" or "or" or "the" or "of"
                    || English.CourtesyTitles.Contains(words[i])
                );
    }

    private static bool IsInClaim(Alignment alignment, int place) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.Strength(i, place) >= RelatedWords.StandsFor);

    private static IEnumerable<int> Places(Alignment alignment, int claimWord) =>
        Enumerable
            .Range(alignment.Main.Start, alignment.Main.Count)
            .Where(place => alignment.Strength(claimWord, place) >= RelatedWords.StandsFor);

    /// <summary>
    /// Determines whether a verb is passive, as in "was rejected by" or "shot down by", but not in "rejected a request by".
    /// </summary>
    private static bool IsPassive(IReadOnlyList<AnnotatedWord> words, int verb, int end)
    {
        var by = Enumerable
            .Range(verb + 1, Math.Max(0, Math.Min(PassiveReach, end - verb - 1)))
            .FirstOrDefault(i => words[i].Folded == "by");
        if (by == 0)
            return false;
        var isNext = by == verb + 1 || (by == verb + 2 && English.Particles.Contains(words[verb + 1]));
        return isNext
            || Enumerable
                .Range(Math.Max(0, verb - PassiveReach), Math.Min(PassiveReach, verb))
                .Any(i => English.AuxiliaryForms.Of(words[i].Folded) is "be" || words[i].Folded is "got");
    }
}
