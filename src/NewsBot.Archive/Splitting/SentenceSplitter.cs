using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Finds the sentences of English news text.</summary>
/// <remarks>
/// Rules, not a model: a full stop, question mark, exclamation mark or ellipsis ends a sentence unless an abbreviation, an initial, a
/// number or the next word indicates otherwise. In doubt it does not, because half a sentence misleads and two sentences in one do not. A
/// pure function in linear time. Thread-safe.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>Returns the sentences of the whole text. Line breaks count as spaces.</summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextRange>();
        Split(text, new TextRange(0, text.Length), sentences);
        return sentences;
    }

    /// <summary>
    /// Adds the sentences of a part of the text, in order and without surrounding white space; together they cover every other character
    /// of the part.
    /// </summary>
    internal static void Split(string text, TextRange part, List<TextRange> sentences)
    {
        part = TextLines.Trim(text, part.Start, part.End);
        var quotes = new OpenQuote(text, part.Start);
        var start = part.Start;
        var at = start;
        while (at < part.End)
        {
            var distance = text.AsSpan(at, part.End - at).IndexOfAny(Terminators.Stops);
            if (distance < 0)
                break;

            at += distance;
            if (text[at] == '@')
            {
                var tweet = TweetAttribution.EndAt(text, at, part.End);
                if (tweet < 0)
                {
                    at++;
                    continue;
                }

                at = tweet;
            }
            else
            {
                quotes.AdvanceTo(at);
                var ending = SentenceEnding.At(text, at, new TextRange(start, part.End), quotes.IsOpen);
                at = ending.End;
                if (!SentenceBorder.IsAt(text, ending, new TextRange(start, part.End)))
                    continue;
            }

            if (at >= part.End)
                break;
            sentences.Add(TextLines.Trim(text, start, at));
            while (char.IsWhiteSpace(text[at]))
                at++;
            start = at;
        }

        if (start < part.End)
            sentences.Add(new TextRange(start, part.End));
    }
}
