namespace NewsBot.Newsroom.Language;

/// <summary>Determines the part that a name plays in its clause from the words around it.</summary>
internal static class Clause
{
    /// <summary>
    /// Determines whether a name follows a preposition and so does not act: in "Russia alleged attempts by Ukraine to kill, saying …",
    /// Ukraine says nothing. Articles and capitalised words in between are skipped. "To" does not count, since it may introduce the person
    /// spoken to; nor does "before", since the name after it may act.
    /// </summary>
    public static bool FollowsPreposition(IReadOnlyList<AnnotatedWord> words, int name)
    {
        var before = name - 1;
        while (
            before >= 0
            && words[before + 1].BreakBefore <= WordBreak.Hyphen
            && (English.Articles.Contains(words[before]) || words[before].IsCapital)
        )
            before--;
        return before >= 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen && IsBefore(words[before]);
    }

    private static bool IsBefore(AnnotatedWord word) =>
        English.Prepositions.Contains(word) && !English.Subordinators.Contains(word) && word.Folded != "to";
}
