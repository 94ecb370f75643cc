using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Decides whether a sentence ends at a possible ending.</summary>
internal static class SentenceBorder
{
    // "— Albert Einstein" after a quote belongs to it; anything longer is a sentence.
    private const int MaxAttribution = 60;

    // Quotes and brackets; bounded, because otherwise a text of nothing but ellipses would be read again at each.
    private const int MaxBeforeEllipsis = 8;

    private const string Dashes = "-–—―";

    public static bool IsAt(string text, SentenceEnding ending, TextRange sentence)
    {
        if (ending.End >= sentence.End)
            return false;
        if (!char.IsWhiteSpace(text[ending.End]))
            return GluedBorder.IsAt(text, ending, sentence);

        var next = ending.End;
        while (char.IsWhiteSpace(text[next]))
            next++;
        var word = NextWord.After(text, next, sentence.End);
        if (word.Kind == NextWordKind.None || IsAttribution(text, next, sentence.End))
            return false;
        if (Terminators.IsFullWidth(text[ending.Start]))
            return true;

        var marks = text.AsSpan(ending.Start, ending.MarksEnd - ending.Start);
        if (marks.ContainsAny('?', '!') || marks.IndexOfAnyExcept('.', '…') >= 0)
            return AfterQuestion(text, ending, sentence, word);
        if (marks[0] == '…' || marks.Length > 2)
            return AfterEllipsis(text, ending, sentence, next, word);
        return AfterFullStop(text, ending, sentence, next, word);
    }

    private static bool AfterFullStop(string text, SentenceEnding ending, TextRange sentence, int next, NextWord word)
    {
        var before = Abbreviation.Before(text, ending.Start, sentence.Start);
        if (before == AbbreviationKind.None)
            return BeginsSentence(word) || IsWebAddress(text, next, sentence.End) || StandsAlone(text, ending, sentence);

        // American papers put the full stop inside: “… in the U.S.” Mr Smith …
        if (ending.IsClosed && text[ending.End - 1] is '”' or '"' && before is not (AbbreviationKind.Title or AbbreviationKind.Never))
            return BeginsSentence(word);

        // NASHVILLE, Tenn. – The …
        if (Dashes.Contains(text[next]))
            return false;

        return BeginsSentence(word)
            && before switch
            {
                AbbreviationKind.Title or AbbreviationKind.Never or AbbreviationKind.Enumerator => false,
                AbbreviationKind.Number => word.Kind != NextWordKind.Digit,
                AbbreviationKind.Day => word.Kind != NextWordKind.Digit && !CalendarWords.IsMonth(word.In(text)),
                AbbreviationKind.Time => word.Kind != NextWordKind.Digit && !CalendarWords.FollowsTime(text, word, sentence.End),
                _ => word.Kind == NextWordKind.Upper && SentenceStarters.Contains(text, word, sentence.End),
            };
    }

    private static bool AfterQuestion(string text, SentenceEnding ending, TextRange sentence, NextWord word)
    {
        // he (!) said
        if (text[ending.End - 1] is ')' or ']' && ending.Start > sentence.Start && text[ending.Start - 1] is '(' or '[')
            return false;
        if (ending.IsClosed && text[ending.End - 1] is '”' or '"' or '’' or '\'' && SpeechTag.Follows(text, word, sentence.End))
            return false;
        if (IsExclaimingName(text, ending, sentence))
            return word.Kind == NextWordKind.Upper && SentenceStarters.Contains(text, word, sentence.End);
        return BeginsSentence(word) || IsWebAddress(text, word.Start, sentence.End) || StandsAlone(text, ending, sentence);
    }

    private static bool AfterEllipsis(string text, SentenceEnding ending, TextRange sentence, int next, NextWord word)
    {
        // "“… The parade", "[…] The parade": the sentence begins with the ellipsis.
        var first = sentence.Start;
        while (first < ending.Start && first - sentence.Start < MaxBeforeEllipsis && !char.IsLetterOrDigit(text[first]))
            first++;
        if (first == ending.Start)
            return false;
        return word.Kind is NextWordKind.Upper or NextWordKind.Digit || IsWebAddress(text, next, sentence.End);
    }

    private static bool BeginsSentence(NextWord word) =>
        word.Kind is NextWordKind.Upper or NextWordKind.Digit or NextWordKind.QuotedLower or NextWordKind.Symbol;

    // Tokenised text, often all in small letters: "the problem . the results".
    private static bool StandsAlone(string text, SentenceEnding ending, TextRange sentence) =>
        ending.Start > sentence.Start && char.IsWhiteSpace(text[ending.Start - 1]);

    private static bool IsWebAddress(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        return rest.StartsWith("pic.twitter.com/", StringComparison.Ordinal)
            || rest.StartsWith("https://", StringComparison.Ordinal)
            || rest.StartsWith("http://", StringComparison.Ordinal)
            || rest.StartsWith("www.", StringComparison.Ordinal);
    }

    private static bool IsAttribution(string text, int next, int end) =>
        Dashes.Contains(text[next]) && end - next <= MaxAttribution && text.AsSpan(next, end - next - 1).IndexOfAny(".!?…") < 0;

    private static bool IsExclaimingName(string text, SentenceEnding ending, TextRange sentence) =>
        !ending.IsClosed
        && ending.MarksEnd == ending.Start + 1
        && text.AsSpan(sentence.Start, ending.Start - sentence.Start).EndsWith("Yahoo", StringComparison.Ordinal);
}
