using System.Buffers;
using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>
/// Decides whether a sentence ends where no space follows: <c>last night.“As a result</c>, <c>civilians…Secondly</c>,
/// <c>with a tour.Tickets go</c>. Web pages lose the space between two elements; web addresses and names look much the same.
/// </summary>
internal static class GluedBorder
{
    // How far to look for a web address on either side.
    private const int MaxToken = 60;

    private static readonly SearchValues<char> AddressMarksBefore = SearchValues.Create("@/\\_=.:");

    private static readonly SearchValues<char> AddressMarksAfter = SearchValues.Create("@/\\_=");

    private static readonly string[] DomainEndings = ["Com", "Net", "Org", "Edu", "Gov", "Co", "Io", "Js", "Tv", "Uk", "Us"];

    public static bool IsAt(string text, SentenceEnding ending, TextRange sentence)
    {
        var at = ending.End;
        var end = sentence.End;
        if (Terminators.IsFullWidth(text[ending.Start]))
            return CharUnicodeInfo.GetUnicodeCategory(text[at])
                is not (
                    UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.Format
                );
        if (ending.Start == sentence.Start || !IsWordEnd(text[ending.Start - 1]))
            return false;
        if (text[at] is '“' or '”' or '"' or '‘' or '„' or '«')
            return at + 1 < end && char.IsUpper(text[at + 1]);
        if (!BeginsSentence(text, at, end))
            return false;

        var isQuoteClosed = ending.IsClosed && text[at - 1] is '”' or '"';
        return isQuoteClosed
            || text[ending.MarksEnd - 1] == '…'
            || (IsWord(text, ending, sentence) && !IsAddress(text, ending.Start, at, sentence));
    }

    private static bool IsWordEnd(char c) => char.IsLetterOrDigit(c) || Terminators.IsCloser(c) || c is '’' or '\'' or '"' or '%';

    // A capital and a small letter, or a word of one letter.
    private static bool BeginsSentence(string text, int at, int end) =>
        char.IsUpper(text[at])
        && at + 1 < end
        && (char.IsLower(text[at + 1]) || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '’' or '\'');

    private static bool IsWord(string text, SentenceEnding ending, TextRange sentence) =>
        ending.Start - 2 >= sentence.Start
        && char.IsLower(text[ending.Start - 1])
        && char.IsLower(text[ending.Start - 2])
        && Abbreviation.Before(text, ending.Start, sentence.Start) == AbbreviationKind.None;

    private static bool IsAddress(string text, int stop, int at, TextRange sentence)
    {
        var start = stop;
        while (start > sentence.Start && stop - start < MaxToken && !char.IsWhiteSpace(text[start - 1]))
            start--;
        var end = at;
        while (end < sentence.End && end - at < MaxToken && !char.IsWhiteSpace(text[end]))
            end++;

        if (text.AsSpan(start, stop - start).ContainsAny(AddressMarksBefore) || text.AsSpan(at, end - at).ContainsAny(AddressMarksAfter))
            return true;

        var wordEnd = at;
        while (wordEnd < end && char.IsLetterOrDigit(text[wordEnd]))
            wordEnd++;

        // "BildnerCenter.Rutgers.edu", but not "the end.He left." or "the end.He left.She".
        return DomainEndings.Contains(text[at..wordEnd]) || (wordEnd + 1 < end && text[wordEnd] == '.' && char.IsLower(text[wordEnd + 1]));
    }
}
