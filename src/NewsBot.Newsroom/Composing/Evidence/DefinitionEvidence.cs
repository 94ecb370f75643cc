using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "who is X" and "what is X": a sentence that says what X is.</summary>
internal static class DefinitionEvidence
{
    private const double Role = 1;
    private const double Apposition = 1;
    private const double Copula = 0.95;
    private const double Habit = 0.7;
    private const double NounBefore = 0.5;
    private const double KnownAs = 0.8;
    private const double FarRole = 0.8;

    public static KindEvidence Find(AlignedCandidate aligned)
    {
        var best = KindEvidence.None;
        if (aligned.Question.Terms.Count == 0)
            return best;
        var last = aligned.Question.Terms[^1];
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (aligned.MatchAt(last, i).Strength >= 0.95 && !aligned.Words[i].IsPossessive)
                best = best.Or(At(aligned, i));
        }

        return best;
    }

    private static KindEvidence At(AlignedCandidate aligned, int last)
    {
        var words = aligned.Words;
        var first = last;
        while (first > 0 && aligned.IsAsked(first - 1) && words[first].BreakBefore <= WordBreak.Hyphen)
            first--;
        var name = new NameSpan(first, last + 1);
        if (
            first > 1
            && (words[first - 1].Folded == "as" || words[first - 2].Folded == "as")
            && words.Take(first).Any(word => word.Folded is "known")
        )
            return KindEvidence.Of(KnownAs, first);
        if (IsBetweenCommas(words, name) && words.Take(first).FirstOrDefault(English.Roles.Contains) is not null)
            return KindEvidence.Of(FarRole, first);
        if (words[last].IsCapital && Before(words, first) is { Strength: > 0 } before)
            return before.Or(After(words, name));
        return After(words, name);
    }

    /// <summary>Determines whether the name is an apposition: "A legislator who represents Crimea, Mikhail Sheremet, told …".</summary>
    private static bool IsBetweenCommas(IReadOnlyList<AnnotatedWord> words, NameSpan name)
    {
        var start = name.Start;
        while (start > 0 && words[start].BreakBefore == WordBreak.None && words[start - 1].IsCapital)
            start--;
        return words[start].BreakBefore == WordBreak.Comma && name.End < words.Count && words[name.End].BreakBefore == WordBreak.Comma;
    }

    private static KindEvidence Before(IReadOnlyList<AnnotatedWord> words, int first)
    {
        // Skip a given name or title between the role and the surname: "spokesman Dmitry Peskov" answers "who is Peskov?".
        var at = first - 1;
        while (
            at > 0
            && words[at].IsCapital
            && !English.Roles.Contains(words[at])
            && !words[at].IsPossessive
            && words[at + 1].BreakBefore <= WordBreak.Hyphen
        )
            at--;
        if (at < 0 || words[at + 1].BreakBefore > WordBreak.Comma)
            return KindEvidence.None;
        if (English.Roles.Contains(words[at]))
            return KindEvidence.Of(Role, at);
        return
            !words[at].IsStop
            && !words[at].IsCapital
            && words[at + 1].BreakBefore == WordBreak.None
            && !English.VerbsOfSaying.Contains(words[at])
            && !words[at].Folded.EndsWith("ed", StringComparison.Ordinal)
            && !words[at].Folded.EndsWith("ing", StringComparison.Ordinal)
            ? KindEvidence.Of(NounBefore, at)
            : KindEvidence.None;
    }

    private static KindEvidence After(IReadOnlyList<AnnotatedWord> words, NameSpan name)
    {
        if (name.End + 1 >= words.Count)
            return KindEvidence.None;
        var next = words[name.End];
        var second = words[name.End + 1];
        if (
            next.BreakBefore is WordBreak.Comma or WordBreak.Bracket or WordBreak.Dash
            && (
                English.Articles.Contains(next)
                || next.Folded is "one"
                || English.Roles.Contains(next)
                || (next.Folded is "who" or "which" && second.IsStop)
            )
        )
            return KindEvidence.Of(Apposition, name.End + 1);
        if (PersonEvidence.HasRole(words, name))
            return KindEvidence.Of(Role, name.Start);
        if (next.BreakBefore > WordBreak.None)
            return KindEvidence.None;
        if (English.Copulas.Contains(next) && (English.Articles.Contains(second) || second.Folded is "one" or "any" or "part"))
            return KindEvidence.Of(Copula, name.End + 1);
        if (English.DefiningVerbs.Contains(next))
            return KindEvidence.Of(Copula, name.End + 1);
        return English.HabitualVerbs.Contains(next) ? KindEvidence.Of(Habit, name.End) : KindEvidence.None;
    }
}
