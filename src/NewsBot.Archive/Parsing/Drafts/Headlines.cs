using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Splitting;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Makes a headline for a text that came without one.</summary>
internal static partial class Headlines
{
    /// <summary>Specifies the maximum length of a headline made here, in UTF-16 code units, including the ellipsis.</summary>
    public const int MaxChars = 120;

    // Longer than any sentence that would not be cut anyway.
    private const int LookAtChars = 2000;

    /// <summary>Returns the first sentence on one line, cut between words.</summary>
    /// <param name="text">The text; not only white space.</param>
    public static string From(string text)
    {
        var beginning = text.AsSpan().TrimStart();
        if (beginning.Length > LookAtChars)
            beginning = beginning[..LookAtChars];
        var start = beginning.ToString();
        if (Dateline.Find(start) is { } dateline)
            start = start[dateline.Length..];
        return Shorten(WhiteSpace().Replace(ArticleSplitter.Split(start)[0].Sentences[0].In(start), " "));
    }

    private static string Shorten(string sentence)
    {
        if (sentence.Length <= MaxChars)
            return sentence;

        var end = sentence.LastIndexOf(' ', MaxChars - 1);
        if (end <= 0)
            end = CharacterBorder(sentence, MaxChars - 1);
        return sentence[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—', '…', '.') + "…";
    }

    private static int CharacterBorder(string text, int limit)
    {
        var end = 0;
        for (var next = 0; next <= limit; next += StringInfo.GetNextTextElementLength(text, next))
            end = next;
        return end > 0 ? end : limit - (char.IsLowSurrogate(text[limit]) ? 1 : 0);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
