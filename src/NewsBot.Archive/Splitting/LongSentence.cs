using System.Globalization;
using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Cuts sentences that do not fit into a passage.</summary>
internal static class LongSentence
{
    /// <summary>
    /// Replaces each sentence over <paramref name="limit"/> with parts of it: cut after a comma, semicolon, colon or dash in the last two
    /// fifths of what fits, else between words, else between characters as readers see them. A "character" that is itself over the limit
    /// is cut between code points: the limit bounds what every later step must keep in memory.
    /// </summary>
    public static void Cut(string text, List<TextRange> sentences, int limit)
    {
        if (!sentences.Exists(sentence => sentence.Length > limit))
            return;

        var cut = new List<TextRange>();
        foreach (var sentence in sentences)
        {
            var rest = sentence;
            while (rest.Length > limit)
            {
                var end = CutPoint(text, rest.Start, rest.Start + limit);
                cut.Add(TextLines.Trim(text, rest.Start, end));
                rest = TextLines.Trim(text, end, rest.End);
            }

            cut.Add(rest);
        }

        sentences.Clear();
        sentences.AddRange(cut);
    }

    // A part does not begin with white space, so a cut after its start always leaves something on both sides.
    private static int CutPoint(string text, int start, int limit)
    {
        var word = -1;
        for (var at = limit; at > start; at--)
        {
            if (!char.IsWhiteSpace(text[at]))
                continue;
            if (at > limit - ((limit - start) * 2 / 5) && text[at - 1] is ',' or ';' or ':' or '—' or '–')
                return at;
            if (word < 0)
                word = at;
            if (at <= limit - ((limit - start) * 2 / 5))
                break;
        }

        return word > start ? word : CharacterBorder(text, start, limit);
    }

    private static int CharacterBorder(string text, int start, int limit)
    {
        var at = start;
        while (true)
        {
            // Two code units past the limit are enough to see whether what follows belongs to the character before.
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(limit + 2, text.Length) - at));
            if (next > limit)
                break;
            at = next;
        }

        if (at > start)
            return at;
        return char.IsHighSurrogate(text[limit - 1]) && char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
