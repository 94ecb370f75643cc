namespace NewsBot.Newsroom.Language;

/// <summary>Finds proper names: runs of capitalised words.</summary>
internal static class NameFinder
{
    /// <summary>Returns the names in a text, from left to right.</summary>
    /// <param name="text">A sentence or two.</param>
    /// <param name="smallLetterWords">Folded words known to be written in lower case: at the beginning of a sentence these are not
    /// names.</param>
    public static IReadOnlyList<NameSpan> Find(AnnotatedText text, IReadOnlySet<string> smallLetterWords)
    {
        var names = new List<NameSpan>();
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsNameWord(words, i, smallLetterWords))
                continue;
            var end = i + 1;
            while (
                end < words.Count
                && words[end].BreakBefore <= WordBreak.Hyphen
                && !words[end - 1].IsPossessive
                && IsNameWord(words, end, smallLetterWords)
            )
                end++;
            names.Add(new NameSpan(i, end));
            i = end - 1;
        }

        return names;
    }

    private static bool IsNameWord(IReadOnlyList<AnnotatedWord> words, int i, IReadOnlySet<string> smallLetterWords)
    {
        var word = words[i];
        if (!word.IsCapital || word.IsStop || TimeWords.IsCalendar(word))
            return false;
        return word.BreakBefore < WordBreak.Quote || !smallLetterWords.Contains(word.Folded);
    }
}
