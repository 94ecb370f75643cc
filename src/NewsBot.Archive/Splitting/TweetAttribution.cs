using System.Text.RegularExpressions;

namespace NewsBot.Archive.Splitting;

/// <summary>Finds the end of an embedded tweet as web pages print it: <c>— ANI (@ANI) May 3, 2023</c>.</summary>
internal static partial class TweetAttribution
{
    private const int MaxChars = 60;

    /// <summary>
    /// Returns the offset after the date, where text follows it; -1 where no attribution has its handle at <paramref name="at"/>.
    /// </summary>
    public static int EndAt(string text, int at, int end)
    {
        if (at == 0 || text[at - 1] != '(')
            return -1;

        var match = HandleAndDate().Match(text, at, Math.Min(MaxChars, end - at));
        return match.Success && at + match.Length < end && char.IsWhiteSpace(text[at + match.Length]) ? at + match.Length : -1;
    }

    [GeneratedRegex(
        @"\G@\w{1,20}\)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},\s\d{4}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HandleAndDate();
}
