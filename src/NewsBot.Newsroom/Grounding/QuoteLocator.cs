using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// Locates a quote in its passage: the same characters, apart from white space, the shape of quotation marks and
/// dashes, and an ellipsis at either end.
/// </summary>
internal static class QuoteLocator
{
    private const int MinChars = 8;

    /// <summary>Returns the range of the quote in the article's text; null when it is not in the passage.</summary>
    public static TextRange? Find(RetrievedPassage passage, string quote)
    {
        var (folded, places) = Fold(passage.Text);
        var wanted = Fold(quote).Text.Trim(' ', '"', '…', '.');
        if (wanted.Length < MinChars)
            return null;
        var at = folded.IndexOf(wanted, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var start = passage.Passage.Range.Start;
        return new TextRange(start + places[at], start + places[at + wanted.Length - 1] + 1);
    }

    /// <summary>
    /// Returns the range of the whole sentences that a part of the passage touches: half a sentence may lack the "not" of the other half.
    /// </summary>
    public static TextRange ToSentences(Passage passage, TextRange part)
    {
        var touched = passage.Sentences.Where(sentence => sentence.Start < part.End && part.Start < sentence.End).ToArray();
        return touched.Length == 0 ? part : new TextRange(touched[0].Start, touched[^1].End);
    }

    private static (string Text, List<int> Places) Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '`' or '´' => '\'',
                '–' or '—' or '‑' or '−' => '-',
                var other => char.IsWhiteSpace(other) ? ' ' : other,
            };
            if (c == ' ' && folded.Length > 0 && folded[^1] == ' ')
                continue;
            folded.Append(c);
            places.Add(i);
        }

        return (folded.ToString(), places);
    }
}
