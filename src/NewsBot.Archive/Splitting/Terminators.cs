using System.Buffers;
using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>The characters that can end a sentence, and the quotes and brackets that close around its end.</summary>
internal static class Terminators
{
    private const string FullWidth = "。！？｡";

    private const string All = ".!?…‼⁇⁈⁉؟۔।॥" + FullWidth;

    /// <summary>Where a search for the end of a sentence has to stop and look; the at sign is for the attribution of tweets.</summary>
    public static readonly SearchValues<char> Stops = SearchValues.Create(All + "@");

    public static bool IsOne(char c) => All.Contains(c);

    /// <summary>Ends a sentence without a space after it.</summary>
    public static bool IsFullWidth(char c) => FullWidth.Contains(c);

    /// <summary>Closes what was opened before the end of the sentence; the straight and single quotes are judged by their neighbours.</summary>
    public static bool IsCloser(char c) => c is '”' or ')' or ']' or '}' or '»' or '›' or '」' or '』' or '】' or '）' or '＂';

    /// <summary>Opens before the first word of a sentence.</summary>
    public static bool IsOpener(char c) => c is '“' or '‘' or '„' or '‚' or '"' or '\'' or '«' or '‹' or '(' or '[' or '{' or '¿' or '¡' or '「' or '『' or '（';

    /// <summary>Whether the part of the text ends with a terminator or a colon, closing quotes and brackets aside.</summary>
    public static bool End(string text, TextRange part)
    {
        var at = part.End - 1;
        while (at > part.Start && (IsCloser(text[at]) || text[at] is '"' or '\'' or '’' or '“'))
            at--;
        return at >= part.Start && (IsOne(text[at]) || text[at] == ':');
    }
}
