using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Recognises English questions about the present: "who is the current mayor", "what was banned this week".</summary>
internal static class PresentTense
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "today",
        "tonight",
        "yesterday",
        "now",
        "currently",
        "current",
        "latest",
        "newest",
        "recent",
        "recently"
    );

    private static readonly FrozenSet<string> Spans = FrozenSet.Create(
        StringComparer.Ordinal,
        "week",
        "weekend",
        "month",
        "morning",
        "year"
    );

    /// <summary>Determines whether a question is about the present.</summary>
    /// <param name="text">The text of the question.</param>
    /// <param name="tokens">The tokens of the text.</param>
    public static bool IsIn(string text, IReadOnlyList<Token> tokens)
    {
        var before = "";
        foreach (var token in tokens)
        {
            var word = TermFolding.Fold(text.AsSpan(token.Start, token.Length));
            if (Words.Contains(word) || (before == "this" && Spans.Contains(word)))
                return true;
            before = word;
        }

        return false;
    }
}
