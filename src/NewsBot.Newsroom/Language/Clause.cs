namespace NewsBot.Newsroom.Language;

/// <summary>What the words around a name say of its part in the clause.</summary>
internal static class Clause
{
    /// <summary>"Russia alleged attempts by Ukraine to kill, saying …": Ukraine says nothing. Articles and other capital words between are skipped.</summary>
    public static bool FollowsPreposition(IReadOnlyList<AnnotatedWord> words, int name)
    {
        var before = name - 1;
        while (before >= 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen && (words[before].Folded is "the" or "a" or "an" || words[before].IsCapital)) before--;
        return before >= 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen
            && words[before].Folded is "by" or "of" or "on" or "in" or "against" or "with" or "from" or "for" or "over" or "between" or "at" or "into" or "within" or "about" or "near" or "inside";
    }
}
