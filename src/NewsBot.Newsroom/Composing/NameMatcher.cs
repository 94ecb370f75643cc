using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>Whether a sentence speaks of the one that a question names: "Joe Biden" is not "Hunter Biden", and "Sergei Lavrov" not "Sergei Sobyanin".</summary>
internal static class NameMatcher
{
    private const double Matched = 0.6;
    private const double OnlyFirst = 0.3;
    private const double OtherGivenName = 0.1;

    /// <param name="name">The name's words in order.</param>
    /// <param name="reading">The sentence.</param>
    /// <returns>0 (not there) to 1 (the full name, or its last word alone).</returns>
    public static double Strength(IReadOnlyList<QuestionTerm> name, Reading reading)
    {
        var best = 0.0;
        foreach (var (position, strength) in LastWordsOf(name, reading))
        {
            best = Math.Max(best, strength * (HasOtherGivenName(name, reading, position) ? OtherGivenName : 1));
        }

        if (best > 0) return best;
        var first = name.Take(name.Count - 1).Select(term => reading.MatchOf(term).Strength).DefaultIfEmpty(0).Average();
        return first * OnlyFirst;
    }

    /// <summary>The sentence names someone of the same family name, and only him.</summary>
    public static bool IsNamesake(IReadOnlyList<QuestionTerm> name, Reading reading)
    {
        var found = LastWordsOf(name, reading).ToArray();
        return found.Length > 0 && found.All(word => HasOtherGivenName(name, reading, word.Position));
    }

    private static IEnumerable<(int Position, double Strength)> LastWordsOf(IReadOnlyList<QuestionTerm> name, Reading reading)
    {
        for (var i = 0; i < reading.Words.Count; i++)
        {
            var strength = reading.MatchAt(name[^1], i).Strength;
            if (strength >= Matched) yield return (i, strength);
        }
    }

    private static bool HasOtherGivenName(IReadOnlyList<QuestionTerm> name, Reading reading, int last)
    {
        if (name.Count < 2 || last == 0) return false;
        var before = reading.Words[last - 1];
        if (reading.Words[last].BreakBefore > WordBreak.None || !before.IsCapital || before.IsStop || before.IsPossessive || Lexicon.IsRole(before) || before.Folded is "mr" or "mrs" or "ms" or "dr" or "sir") return false;
        return name.Take(name.Count - 1).All(term => reading.MatchAt(term, last - 1).Strength < Matched);
    }
}
