using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Language;

/// <summary>Represents a sentence or a question as a list of annotated words. Immutable.</summary>
internal sealed class AnnotatedText
{
    private AnnotatedText(string text, AnnotatedWord[] words)
    {
        Text = text;
        Words = words;
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets the words, in order.</summary>
    public IReadOnlyList<AnnotatedWord> Words { get; }

    /// <summary>Splits a text into words and annotates them.</summary>
    public static AnnotatedText Read(string text)
    {
        var found = WordTokenizer.Tokenize(text);
        var words = new AnnotatedWord[found.Count];
        var previousEnd = 0;
        var quoted = false;
        for (var i = 0; i < found.Count; i++)
        {
            var word = found[i];
            var raw = text.AsSpan(word.Start, word.Length);
            var gap = text.AsSpan(previousEnd, word.Start - previousEnd);
            quoted = QuotedAfter(gap, quoted);
            var end = word.Start + word.Length;
            words[i] = new AnnotatedWord
            {
                Start = word.Start,
                End = end,
                Form = WordForm.Of(raw),
                IsCapital = char.IsUpper(raw[0]),
                IsPossessive = IsPossessive(raw, text, end),
                BreakBefore = i == 0 ? WordBreak.Stop : Strongest(gap),
                IsQuoted = quoted,
            };
            previousEnd = end;
        }

        return new AnnotatedText(text, words);
    }

    private static bool IsPossessive(ReadOnlySpan<char> raw, string text, int end)
    {
        if (raw.EndsWith("'s") || raw.EndsWith("’s") || raw.EndsWith("s'") || raw.EndsWith("s’"))
            return true;
        return raw[^1] is 's' && end < text.Length && text[end] is '\'' or '’' && (end + 1 == text.Length || text[end + 1] == ' ');
    }

    private static bool QuotedAfter(ReadOnlySpan<char> gap, bool quoted)
    {
        foreach (var c in gap)
        {
            quoted = c switch
            {
                '“' => true,
                '”' => false,
                '"' => !quoted,
                _ => quoted,
            };
        }

        return quoted;
    }

    private static WordBreak Strongest(ReadOnlySpan<char> gap)
    {
        var strongest = WordBreak.None;
        foreach (var c in gap)
        {
            var found = c switch
            {
                '.' or '!' or '?' or '…' or '\n' => WordBreak.Stop,
                '“' or '”' or '"' => WordBreak.Quote,
                ';' or ':' or '—' or '–' => WordBreak.Dash,
                '(' or ')' or '[' or ']' => WordBreak.Bracket,
                ',' => WordBreak.Comma,
                '-' or '‑' => WordBreak.Hyphen,
                _ => WordBreak.None,
            };
            if (found > strongest)
                strongest = found;
        }

        return strongest;
    }
}
