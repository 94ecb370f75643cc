using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Represents a run of terminators with the quotes and brackets that close after it: a possible end of a sentence.</summary>
/// <param name="Start">The first terminator.</param>
/// <param name="MarksEnd">One past the last terminator.</param>
/// <param name="End">One past the last closing quote or bracket.</param>
internal readonly record struct SentenceEnding(int Start, int MarksEnd, int End)
{
    /// <summary>Gets a value indicating whether a quote or bracket closes after the terminators.</summary>
    public bool IsClosed => End > MarksEnd;

    /// <summary>Returns the run that begins at <paramref name="at"/>.</summary>
    public static SentenceEnding At(string text, int at, TextRange sentence, bool quoteIsOpen)
    {
        var marksEnd = at + 1;
        while (marksEnd < sentence.End && Terminators.IsOne(text[marksEnd]))
            marksEnd++;
        // ". . ." from typewriters
        while (
            marksEnd + 1 < sentence.End
            && text[marksEnd - 1] is '.' or '…'
            && text[marksEnd] is ' ' or '\u00a0'
            && text[marksEnd + 1] == '.'
        )
            marksEnd += 2;

        return new SentenceEnding(at, marksEnd, SkipClosers(text, marksEnd, sentence.End, quoteIsOpen));
    }

    private static int SkipClosers(string text, int at, int end, bool quoteIsOpen)
    {
        while (at < end && Closes(text, at, end, ref quoteIsOpen))
            at++;

        // A quote that closes after a space: "as it was. ” The …"
        if (
            at + 1 < end
            && text[at] is ' ' or '\u00a0'
            && IsBeforeSpace(text, at + 1, end)
            && (text[at + 1] == '”' || (text[at + 1] == '"' && quoteIsOpen))
        )
            return at + 2;
        return at;
    }

    private static bool Closes(string text, int at, int end, ref bool quoteIsOpen)
    {
        switch (text[at])
        {
            // Each of these, typed the wrong way round, opens what follows where no quote is open.
            case '”' when quoteIsOpen || !IsBeforeLetter(text, at, end):
            case '"' when quoteIsOpen || !IsBeforeLetter(text, at, end):
                quoteIsOpen = false;
                return true;
            case '“' when IsBeforeSpace(text, at, end):
                quoteIsOpen = false;
                return true;
            case '’' or '\'' or '‘':
                return !IsBeforeLetter(text, at, end);
            case '”':
                return false;
            case var other:
                return Terminators.IsCloser(other);
        }
    }

    private static bool IsBeforeLetter(string text, int at, int end) => at + 1 < end && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsBeforeSpace(string text, int at, int end) => at + 1 >= end || char.IsWhiteSpace(text[at + 1]);
}
