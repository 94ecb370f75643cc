using System.Globalization;
using NewsBot.Archive.Splitting;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Suggestions;

/// <summary>Finds what looks like names: runs of capitalised words. Good enough to complete what people type, but no more.</summary>
internal static class NamesInText
{
    private const int MaxWords = 4;

    private static readonly string[] Calendar =
    [
        .. CultureInfo.InvariantCulture.DateTimeFormat.DayNames,
        .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
    ];

    /// <summary>Returns the names, most frequent first.</summary>
    public static IReadOnlyList<string> Find(string text, int top)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            foreach (var name in InSentence(sentence.In(text)))
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return
        [
            .. counts
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(top)
                .Select(pair => pair.Key),
        ];
    }

    private static IEnumerable<string> InSentence(string sentence)
    {
        var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; )
        {
            var run = new List<string>();
            while (
                at + run.Count < words.Length
                && run.Count < MaxWords
                && Word(words[at + run.Count]) is { Length: > 1 } word
                && IsNameWord(word)
            )
            {
                run.Add(word);
                if (!char.IsLetterOrDigit(words[at + run.Count - 1][^1]))
                    break;
            }

            // The first word of a sentence is always capitalised.
            if (run.Count > 1 || (run.Count == 1 && at > 0))
                yield return string.Join(' ', run);
            at += Math.Max(run.Count, 1);
        }
    }

    /// <summary>
    /// Determines whether a word is capitalised and neither a function word at the start of a sentence nor a day or month.
    /// </summary>
    private static bool IsNameWord(string word) =>
        char.IsUpper(word[0]) && !StopWords.Contains(word.ToLowerInvariant()) && !Calendar.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string Word(string token)
    {
        var word = token.Trim('"', '“', '”', '‘', '’', '\'', '(', ')', '[', ']', ',', '.', ';', ':', '!', '?', '—', '–');
        return word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
    }
}
