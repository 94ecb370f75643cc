using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>
/// Determines whether a sentence is about whoever the question names: "Joe Biden" is not "Hunter Biden", and "Sergei Lavrov" is not "Sergei
/// Sobyanin".
/// </summary>
internal static class NameMatcher
{
    private const double Matched = 0.6;
    private const double OnlyFirst = 0.3;
    private const double OtherGivenName = 0.1;

    /// <summary>Returns how well a sentence contains a name.</summary>
    /// <param name="name">The words of the name, in order.</param>
    /// <param name="aligned">The sentence.</param>
    /// <returns>From 0 (not there) to 1 (the full name, or its last word alone).</returns>
    public static double Strength(IReadOnlyList<QuestionTerm> name, AlignedCandidate aligned)
    {
        var best = 0.0;
        foreach (var (position, strength) in LastWordsOf(name, aligned))
        {
            best = Math.Max(best, strength * (HasOtherGivenName(name, aligned, position) ? OtherGivenName : 1));
        }

        if (best > 0)
            return best;
        var first = name.Take(name.Count - 1).Select(term => aligned.MatchOf(term).Strength).DefaultIfEmpty(0).Average();
        return first * OnlyFirst;
    }

    /// <summary>Determines whether the family name occurs in the sentence, but only with another given name.</summary>
    public static bool IsNamesake(IReadOnlyList<QuestionTerm> name, AlignedCandidate aligned)
    {
        var found = LastWordsOf(name, aligned).ToArray();
        return found.Length > 0 && found.All(word => HasOtherGivenName(name, aligned, word.Position));
    }

    private static IEnumerable<(int Position, double Strength)> LastWordsOf(IReadOnlyList<QuestionTerm> name, AlignedCandidate aligned)
    {
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            var strength = aligned.MatchAt(name[^1], i).Strength;
            if (strength >= Matched)
                yield return (i, strength);
        }
    }

    private static bool HasOtherGivenName(IReadOnlyList<QuestionTerm> name, AlignedCandidate aligned, int last)
    {
        if (name.Count < 2 || last == 0)
            return false;
        var before = aligned.Words[last - 1];
        if (
            aligned.Words[last].BreakBefore > WordBreak.None
            || !before.IsCapital
            || before.IsStop
            || before.IsPossessive
            || English.Roles.Contains(before)
            || English.CourtesyTitles.Contains(before)
        )
            return false;
        return name.Take(name.Count - 1).All(term => aligned.MatchAt(term, last - 1).Strength < Matched);
    }
}
