using System.Buffers;
using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Provides the characters that can end a sentence, and the quotes and brackets that close around its end.</summary>
internal static class Terminators
{
    private const string FullWidth = "。！？｡";

    private const string All = ".!?…‼⁇⁈⁉؟۔।॥" + FullWidth;

    /// <summary>
    /// Represents the characters at which a search for the end of a sentence stops; the at sign is for the attribution of tweets.
    /// </summary>
    public static readonly SearchValues<char> Stops = SearchValues.Create(All + "@");

    public static bool IsOne(char c) => All.Contains(c);

    /// <summary>Determines whether the character ends a sentence without a space after it.</summary>
    public static bool IsFullWidth(char c) => FullWidth.Contains(c);

    /// <summary>
    /// Determines whether the character closes what was opened before the end of the sentence; straight and single quotes are judged by
    /// their neighbours.
    /// </summary>
    public static bool IsCloser(char c) => c is '”' or ')' or ']' or '}' or '»' or '›' or '」' or '』' or '】' or '）' or '＂';

    /// <summary>Determines whether the character opens before the first word of a sentence.</summary>
    public static bool IsOpener(char c) =>
        c is '“' or '‘' or '„' or '‚' or '"' or '\'' or '«' or '‹' or '(' or '[' or '{' or '¿' or '¡' or '「' or '『' or '（';

    /// <summary>Determines whether the part of the text ends with a terminator or colon, apart from closing quotes and brackets.</summary>
    public static bool End(string text, TextRange part)
    {
        var at = part.End - 1;
        while (at > part.Start && (IsCloser(text[at]) || text[at] is '"' or '\'' or '’' or '“'))
            at--;
        return at >= part.Start && (IsOne(text[at]) || text[at] == ':');
    }
}
