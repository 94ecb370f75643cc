using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Newsroom.Language;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Naming;

/// <summary>
/// Prepares an article's headline for print: on one line, without a dateline, not in capitals throughout, and at most
/// <see cref="MaxChars"/> long. Deterministic and thread-safe.
/// </summary>
public static class Headlines
{
    /// <summary>Specifies the longest printed headline in UTF-16 code units, ellipsis included.</summary>
    public const int MaxChars = 150;

    /// <summary>A headline cut at a clause says too little below this length; it is then cut between two words.</summary>
    private const int LeastClauseChars = 50;

    /// <summary>Fewer letters, all of them capitals, may be an abbreviation.</summary>
    private const int LeastCapitals = 12;

    private static readonly char[] ClauseEnds = [',', ';', ':', '–', '—'];

    /// <summary>Returns the headline of an article as printed.</summary>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var headline = WithoutDateline(WhiteSpace.Fold(article.Headline));
        return Shorten(InSmallLetters(headline, article.Text));
    }

    private static string WithoutDateline(string headline) =>
        Dateline.Find(headline) is { Length: var length } && length < headline.Length ? headline[length..] : headline;

    /// <summary>
    /// Returns the headline with its words in capitals spelt as the text most often spells them: all words of a
    /// headline in capitals, otherwise those at its beginning.
    /// </summary>
    private static string InSmallLetters(string headline, string text)
    {
        var isInCapitals = headline.Count(char.IsLetter) >= LeastCapitals && !headline.Any(char.IsLower);
        Word[] words =
        [
            .. WordTokenizer
                .Tokenize(headline)
                .TakeWhile(word => isInCapitals || !headline.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z')),
        ];
        if (words.Length == 0)
            return headline;
        var spellings = WordTokenizer
            .Tokenize(text)
            .Select(word => text.Substring(word.Start, word.Length))
            .Where(word => word.Length == 1 || word.Any(char.IsLower) || word.Length <= 4)
            .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                words => words.Key,
                words => words.CountBy(word => word, StringComparer.Ordinal).MaxBy(word => word.Value).Key,
                StringComparer.OrdinalIgnoreCase
            );
        var written = (isInCapitals ? headline.ToLowerInvariant() : headline).ToCharArray();
        foreach (var word in words)
        {
            if (spellings.TryGetValue(headline.Substring(word.Start, word.Length), out var spelling))
                spelling.CopyTo(0, written, word.Start, Math.Min(spelling.Length, word.Length));
        }

        var first = Array.FindIndex(written, char.IsLetter);
        if (first >= 0)
            written[first] = char.ToUpperInvariant(written[first]);
        return new string(written);
    }

    private static string Shorten(string headline)
    {
        if (headline.Length <= MaxChars)
            return headline;
        var end = headline.LastIndexOfAny(ClauseEnds, MaxChars - 1);
        if (end < LeastClauseChars)
            end = headline.LastIndexOf(' ', MaxChars - 1);
        if (end <= 0)
            end = WholeCharacters(headline, MaxChars - 1);
        return headline[..end].TrimEnd([.. ClauseEnds, ' ', '-', '.', '…']) + "…";
    }

    /// <summary>Returns the length of the most whole characters that fit: a character of several code units is not cut.</summary>
    private static int WholeCharacters(string text, int most)
    {
        var end = 0;
        for (var next = 0; next <= most; next += StringInfo.GetNextTextElementLength(text, next))
            end = next;
        return end > 0 ? end : most;
    }
}
