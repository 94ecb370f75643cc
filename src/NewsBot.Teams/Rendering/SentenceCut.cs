using System.Text.RegularExpressions;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Cuts a text at the end of a sentence.</summary>
internal static partial class SentenceCut
{
    /// <summary>
    /// Returns the text, or its longest beginning that ends with a sentence in the latter half of what fits, otherwise at a word. It has at
    /// most <paramref name="maxChars"/> UTF-16 code units, and two for the ellipsis.
    /// </summary>
    public static string At(string text, int maxChars)
    {
        if (text.Length <= maxChars)
            return text;
        for (var i = maxChars - 2; i > maxChars / 2; i--)
        {
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]))
                return text[..(i + 1)] + " …";
        }

        return WordCut.At(text, maxChars);
    }

    /// <summary>
    /// Cuts like <see cref="At"/>, but keeps the numbers of the sources, and the day, at the end: a sentence keeps its sources.
    /// </summary>
    public static string WithNumbers(string text, int maxChars)
    {
        if (text.Length <= maxChars)
            return text;
        var numbers = Numbers().Match(text).Value;
        // Half of a character reference, and an incomplete escape.
        return HalfEscape().Replace(At(text[..^numbers.Length], maxChars), "…") + numbers;
    }

    /// <summary>Determines whether the text ends with numbers of sources.</summary>
    public static bool HasNumbers(string text) => Numbers().IsMatch(text);

    [GeneratedRegex(@"(?: [\[(]\d+[\])])+(?: · \d{1,2}\u00A0\p{L}+\u00A0\d{4})?$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:&#?\d*|\\)…$")]
    private static partial Regex HalfEscape();
}
