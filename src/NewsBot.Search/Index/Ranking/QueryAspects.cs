using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Index.Ranking;

/// <summary>What the words of a query say about the answer, apart from what to look for. English.</summary>
internal sealed class QueryAspects
{
    private static readonly FrozenSet<string> PresentWords = new[]
    {
        "week", "today", "yesterday", "tonight", "weekend", "latest", "recent", "recently", "current", "currently", "now", "month", "new", "newest", "announced",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FigureWords = new[]
    {
        "much", "many", "percentage", "percent", "number", "old", "amount", "far", "long", "tall", "price", "total", "year", "cost",
    }.ToFrozenSet(StringComparer.Ordinal);

    private QueryAspects(bool isQuestion, bool isAboutThePresent, bool asksForFigure, IReadOnlySet<string> names, IReadOnlySet<string> askedKinds) =>
        (IsQuestion, IsAboutThePresent, AsksForFigure, Names, AskedKinds) = (isQuestion, isAboutThePresent, asksForFigure, names, askedKinds);

    /// <summary>Whether it has a question mark.</summary>
    public bool IsQuestion { get; }

    /// <summary>Whether it speaks of this week, of Monday, of what is new.</summary>
    public bool IsAboutThePresent { get; }

    /// <summary>Whether it asks how many, how much, for a percentage or a year.</summary>
    public bool AsksForFigure { get; }

    /// <summary>Terms that are written as names.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Terms that say what the answer is: the noun after "which" or "what".</summary>
    public IReadOnlySet<string> AskedKinds { get; }

    /// <summary>What a term is.</summary>
    public TermKind KindOf(string term) => Names.Contains(term) ? TermKind.Name : AskedKinds.Contains(term) ? TermKind.AskedKind : TermKind.Plain;

    /// <summary>Reads a query.</summary>
    /// <param name="text">The text without operators.</param>
    /// <param name="tokens">Its tokens.</param>
    public static QueryAspects Of(string text, IReadOnlyList<Token> tokens)
    {
        var (names, kinds) = (new HashSet<string>(), new HashSet<string>());
        var (present, figure) = (false, false);
        // Capitals tell names where not all words have them.
        var hasLowerCase = text.AsSpan().ContainsAnyInRange('a', 'z');
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = TermFolding.Fold(text.AsSpan(tokens[i].Start, tokens[i].Length));
            present |= PresentWords.Contains(word);
            if (word == "how" || (word is "what" or "which" && i + 1 < tokens.Count))
                figure |= i + 1 < tokens.Count && FigureWords.Contains(Word(i + 1));
            if (word is "which" or "what" && i + 1 < tokens.Count && !tokens[i + 1].IsStopWord)
                AddKind(i + 1);
            if (hasLowerCase && !tokens[i].IsStopWord && char.IsUpper(text[tokens[i].Start]) && !(IsSentenceStart(i) && !IsCapital(i + 1)))
                names.Add(tokens[i].Term);
        }

        return new QueryAspects(text.Contains('?'), present, figure, names, kinds);

        string Word(int at) => TermFolding.Fold(text.AsSpan(tokens[at].Start, tokens[at].Length));

        bool IsCapital(int at) => at < tokens.Count && char.IsUpper(text[tokens[at].Start]);

        bool IsSentenceStart(int at) => at == 0 || text.AsSpan(tokens[at - 1].Start + tokens[at - 1].Length, tokens[at].Start - tokens[at - 1].Start - tokens[at - 1].Length).ContainsAny(".?!");

        // "which tech company": up to two words, no names.
        void AddKind(int at)
        {
            for (var end = at + 2; at < end && at < tokens.Count && !tokens[at].IsStopWord && !IsCapital(at); at++)
                kinds.Add(tokens[at].Term);
        }
    }
}
