using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Finds the part of the main sentence that a statement retells: from its first paired content word to its last, with what governs them.
/// </summary>
internal static class Scope
{
    private const int WordsBefore = 4;
    private const int WordsAfter = 1;

    /// <summary>The number of content words that a "not" or an "alleged" governs.</summary>
    private const int Reach = 3;

    /// <summary>Returns the words of the scope; none when nothing is paired.</summary>
    public static IEnumerable<AnnotatedWord> Of(Alignment alignment)
    {
        var (first, last) = alignment.Span;
        if (first < 0)
            yield break;
        var words = alignment.Evidence.Words;
        var start = first;
        for (var i = 0; i < WordsBefore && start > alignment.Main.Start && words[start].BreakBefore < WordBreak.Comma; i++)
            start--;
        var end = last + 1;
        for (var i = 0; i < WordsAfter && end < alignment.Main.End && words[end].BreakBefore < WordBreak.Comma; i++)
            end++;
        for (var place = start; place < end; place++)
            yield return words[place];
    }

    /// <summary>
    /// Returns the first word of the scope that passes a test and bears on what is retold: it, or one of the next content words, is paired.
    /// </summary>
    public static AnnotatedWord? Governing(Alignment alignment, Func<AnnotatedWord, bool> test)
    {
        var words = alignment.Evidence.Words;
        foreach (var word in Of(alignment).Where(test))
        {
            var place = Array.IndexOf(words, word);
            if (
                alignment.Pairs.Contains(place)
                || Enumerable
                    .Range(place + 1, alignment.Main.End - place - 1)
                    .Where(next => Alignment.IsContent(words[next]))
                    .Take(Reach)
                    .Any(alignment.Pairs.Contains)
            )
                return word;
        }

        return null;
    }
}
