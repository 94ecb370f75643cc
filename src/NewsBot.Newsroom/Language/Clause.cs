namespace NewsBot.Newsroom.Language;

/// <summary>What the words around a name say of its part in the clause.</summary>
internal static class Clause
{
    /// <summary>
    /// "Russia alleged attempts by Ukraine to kill, saying …": Ukraine says nothing. Articles and other capital words between are skipped.
    /// Not "to", after which somebody is told, and not "before", after which somebody may act.
    /// </summary>
    public static bool FollowsPreposition(IReadOnlyList<AnnotatedWord> words, int name)
    {
        var before = name - 1;
        while (before >= 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen && (English.Articles.Contains(words[before]) || words[before].IsCapital)) before--;
        return before >= 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen && IsBefore(words[before]);
    }

    private static bool IsBefore(AnnotatedWord word) => English.Prepositions.Contains(word) && !English.Subordinators.Contains(word) && word.Folded != "to";
}
