using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>Judges by its form whether a sentence tells news: who did what. Thread-safe.</summary>
internal static class NewsForm
{
    private static readonly Lazy<ILookup<string, string>> CaptionMarks = new(() =>
        WordFile.Rows("caption-marks").ToLookup(row => row[0][0], row => row[1][0])
    );

    /// <summary>Determines whether a sentence is neither a caption, nor a question, nor talk to the reader.</summary>
    public static bool IsPlain(StorySentence sentence) =>
        !IsCaption(sentence)
        && !sentence.Text.TrimEnd('"', '”', ' ').EndsWith('?')
        && !sentence.Words.Any(word => !word.IsQuoted && word.Folded is "you" or "your" or "you're" or "you'll");

    /// <summary>
    /// Determines whether a sentence is the caption of a photo: it says where in the photo someone is, or gives a date that a report of
    /// the time would not write out.
    /// </summary>
    public static bool IsCaption(StorySentence sentence)
    {
        if (CaptionMarks.Value["anywhere"].Any(mark => sentence.Text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            return true;
        var words = sentence.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                words[i].BreakBefore == WordBreak.Comma
                && words[i + 1].BreakBefore == WordBreak.Comma
                && CaptionMarks.Value["between"].Contains(words[i].Folded)
            )
                return true;
        }

        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (!TimeWords.IsMonth(words[i]) || words[i + 1].Number is not (>= 1 and <= 31) || !TimeWords.IsYear(words[i + 2]))
                continue;
            if (i > 0 && TimeWords.IsWeekday(words[i - 1]))
                return true;
            if (sentence.Sentence.Article.Article.PublishedOn is { } day && words[i + 2].Number == day.Year)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a sentence speaks of an earlier year: background.</summary>
    public static bool IsBackground(StorySentence sentence) =>
        sentence.Words.Any(word =>
            TimeWords.IsYear(word) && sentence.Sentence.Article.Article.PublishedOn is { } day && word.Number < day.Year
        );

    /// <summary>Returns the weight of a sentence's form, above 0: 1 for a plain report, more for one that says on which day.</summary>
    public static double Weight(StorySentence sentence)
    {
        var weight = 1.0;
        if (sentence.Words.All(word => word.IsQuoted) || sentence.Text[0] is '“' or '"')
            weight *= 0.4;
        if (sentence.Words.Any(word => !word.IsQuoted && English.PronounsOfWriters.Contains(word) && !IsCountry(word)))
            weight *= 0.3;
        if (English.SubjectPronouns.Contains(sentence.Words[0]) || sentence.Words[0].Folded is "here" or "here's" or "there" or "there's")
            weight *= 0.3;
        if (!sentence.Words.Any(IsFinite))
            weight *= 0.4;
        if (IsBackground(sentence))
            weight *= 0.8;
        if (sentence.Words.Any(word => TimeWords.IsWeekday(word) || TimeWords.IsRelative(word)))
            weight *= 1.3;
        return weight;
    }

    private static bool IsCountry(AnnotatedWord word) => word is { IsCapital: true, Folded: "us" };

    private static bool IsFinite(AnnotatedWord word) =>
        English.Auxiliaries.Contains(word)
        || English.Copulas.Contains(word)
        || English.Modals.Contains(word)
        || English.FiniteVerbsOfSaying.Contains(word)
        || English.IrregularPasts.Contains(word)
        || word.Folded.EndsWith("ed", StringComparison.Ordinal);
}
