using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>The part of the main sentence that a statement retells: from its first paired content word to its last, and what governs them.</summary>
internal static class Scope
{
    private const int WordsBefore = 4;
    private const int WordsAfter = 1;

    /// <summary>Its words; none when nothing is paired.</summary>
    public static IEnumerable<AnnotatedWord> Of(Alignment alignment)
    {
        var (first, last) = alignment.Span;
        if (first < 0) yield break;
        var words = alignment.Evidence.Words;
        var start = first;
        for (var i = 0; i < WordsBefore && start > alignment.Main.Start && words[start].BreakBefore < WordBreak.Comma; i++) start--;
        var end = last + 1;
        for (var i = 0; i < WordsAfter && end < alignment.Main.End && words[end].BreakBefore < WordBreak.Comma; i++) end++;
        for (var place = start; place < end; place++) yield return words[place];
    }
}
