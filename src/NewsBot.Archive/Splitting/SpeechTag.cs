using System.Collections.Frozen;

namespace NewsBot.Archive.Splitting;

/// <summary>
/// Recognises words that belong to the quote before them although it ends with a question mark: “Who did it?” <c>Mr Peskov asked</c>.
/// </summary>
internal static class SpeechTag
{
    private const int MaxNames = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = new[]
    {
        "said",
        "says",
        "asked",
        "asks",
        "wrote",
        "writes",
        "added",
        "adds",
        "replied",
        "wondered",
        "shouted",
        "tweeted",
        "posted",
        "quipped",
        "exclaimed",
        "joked",
        "responded",
        "recalled",
        "cried",
        "yelled",
        "told",
    }
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Determines whether one to three capitalised words followed by a verb of speaking begin at <paramref name="word"/>.
    /// </summary>
    public static bool Follows(string text, NextWord word, int end)
    {
        for (var names = 0; names <= MaxNames && word.Kind is NextWordKind.Upper or NextWordKind.Lower; names++)
        {
            if (word.Kind == NextWordKind.Lower)
                return names > 0 && Verbs.Contains(word.In(text));

            var at = word.End;
            if (at < end && text[at] == '.')
                at++;
            if (at >= end || text[at] != ' ')
                return false;
            word = NextWord.After(text, at, end);
        }

        return false;
    }
}
