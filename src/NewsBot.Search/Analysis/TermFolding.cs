using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Search.Analysis;

/// <summary>
/// Folds words that readers regard as the same to the same form. Stateless, thread-safe, the same on every machine and in every culture.
/// </summary>
/// <remarks>
/// Lower case; no accents, soft hyphens or joiners ("Erdoğan" is "erdogan", composed or not); ligatures and full-width forms in plain
/// letters; curly apostrophes straight; no possessive 's ("Putin’s" is "putin"); no dots in abbreviations ("U.S" is "us"); no thousands
/// separators ("27,000" is "27000"); every decimal digit in ASCII; clock times with a dot ("10:45" is "10.45").
/// </remarks>
public static class TermFolding
{
    /// <summary>Specifies the maximum ratio of a fold's length to its word's: "ﬃ" becomes three letters.</summary>
    internal const int MaxExpansion = 3;

    /// <summary>Folds one word of <see cref="WordTokenizer"/>.</summary>
    /// <param name="word">Any characters; those that do not belong to a word are dropped or kept unchanged.</param>
    /// <returns>The folded word; empty when the word consists of marks only.</returns>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length * MaxExpansion <= 256)
        {
            Span<char> small = stackalloc char[256];
            return new string(small[..Fold(word, small)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(word.Length * MaxExpansion);
        var folded = new string(rented, 0, Fold(word, rented));
        ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    /// <summary>
    /// Folds one word into a buffer of at least <see cref="MaxExpansion"/> times its length, and returns the length used.
    /// </summary>
    internal static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsAsciiLetterOrDigit(c))
                folded[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            else
                length = FoldOther(word, i, folded, length);
        }

        return length > 2 && folded[length - 1] == 's' && folded[length - 2] == '\'' ? length - 2 : length;
    }

    private static int FoldOther(ReadOnlySpan<char> word, int at, Span<char> folded, int length)
    {
        var c = word[at];
        if (Characters.IsApostrophe(c))
            folded[length++] = '\'';
        else if (c is >= '\uFF01' and <= '\uFF5E')
            return Fold(((ReadOnlySpan<char>)[(char)(c - 0xFEE0)]), folded[length..]) + length;
        else if (c is '.' or ',' or ':')
            length = FoldSeparator(word, at, folded, length);
        else if (char.IsSurrogate(c))
            length = FoldSurrogate(word, at, folded, length);
        else if (CharUnicodeInfo.GetDigitValue(c) is >= 0 and var digit)
            folded[length++] = (char)('0' + digit);
        else if (!IsDropped(c))
            length = FoldLetter(c, folded, length);
        return length;
    }

    private static int FoldSeparator(ReadOnlySpan<char> word, int at, Span<char> folded, int length)
    {
        var inNumber = length > 0 && char.IsAsciiDigit(folded[length - 1]) && at + 1 < word.Length && char.IsDigit(word[at + 1]);
        if (inNumber && word[at] != ',')
            folded[length++] = '.';
        return length;
    }

    private static int FoldLetter(char c, Span<char> folded, int length)
    {
        var lower = char.ToLowerInvariant(c);
        if (!LetterFolds.TryGet(lower, out var plain))
        {
            folded[length++] = lower;
            return length;
        }

        plain.CopyTo(folded[length..]);
        return length + plain.Length;
    }

    private static int FoldSurrogate(ReadOnlySpan<char> word, int at, Span<char> folded, int length)
    {
        if (char.IsHighSurrogate(word[at]) && at + 1 < word.Length && Rune.TryCreate(word[at], word[at + 1], out var rune))
            return length + Rune.ToLowerInvariant(rune).EncodeToUtf16(folded[length..]);

        // The second half was written with the first one.
        return length;
    }

    // Combining diacritical marks of all blocks that Latin, Greek and Cyrillic use. The vowel signs of Indic scripts are also marks, but
    // stay.
    private static bool IsDropped(char c) =>
        Characters.IsInvisibleJoiner(c)
        || c
            is (>= '\u0300' and <= '\u036F')
                or (>= '\u1AB0' and <= '\u1AFF')
                or (>= '\u1DC0' and <= '\u1DFF')
                or (>= '\u20D0' and <= '\u20FF')
                or (>= '\uFE20' and <= '\uFE2F');
}
