using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Splits the text of an article into passages, and passages into sentences.</summary>
/// <remarks>A pure function in linear time: equal texts split equally. Thread-safe.</remarks>
public static class ArticleSplitter
{
    /// <summary>
    /// Returns the passages of <paramref name="text"/>. Every character that is not white space is in exactly one passage, and there in
    /// exactly one sentence; both are in order and without surrounding white space. A text of white space has no passages.
    /// </summary>
    /// <remarks>
    /// Blank lines separate paragraphs; in a text without blank lines whose lines are not hard-wrapped, each line is a paragraph. A
    /// paragraph that is too long is cut between sentences, a sentence between words, and a word between characters as readers see them.
    /// </remarks>
    public static IReadOnlyList<Passage> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var passages = new List<Passage>();
        var sentences = new List<TextRange>();
        foreach (var paragraph in ParagraphSplitter.Split(text))
        {
            sentences.Clear();
            foreach (var run in paragraph.Runs)
                SentenceSplitter.Split(text, run, sentences);
            LongSentence.Cut(text, sentences, Passage.MaxChars);
            Pack(sentences, passages);
        }

        return passages;
    }

    private static void Pack(List<TextRange> sentences, List<Passage> passages)
    {
        for (var first = 0; first < sentences.Count; )
        {
            var last = LastOfPassage(sentences, first);
            passages.Add(
                new Passage
                {
                    Number = passages.Count,
                    Range = new TextRange(sentences[first].Start, sentences[last].End),
                    Sentences = sentences.GetRange(first, last - first + 1).ToArray(),
                }
            );
            first = last + 1;
        }
    }

    // Parts of about equal length: filling each to the limit would leave a last one of a few words, which says little by itself.
    private static int LastOfPassage(List<TextRange> sentences, int first)
    {
        var start = sentences[first].Start;
        var remaining = sentences[^1].End - start;
        if (remaining <= Passage.MaxChars)
            return sentences.Count - 1;

        var parts = (remaining + Passage.MaxChars - 1) / Passage.MaxChars;
        var target = (remaining + parts - 1) / parts;
        var last = first;
        while (last + 1 < sentences.Count)
        {
            var without = sentences[last].End - start;
            var with = sentences[last + 1].End - start;
            if (with > Passage.MaxChars || with - target > target - without)
                break;
            last++;
        }

        return last;
    }
}
