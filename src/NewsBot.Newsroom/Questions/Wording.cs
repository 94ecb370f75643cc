using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Language.WordNet;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Corrects hasty typing. Before the search it writes out contractions without an apostrophe and drops fillers; after it, it respells words
/// found neither in English nor in the passages as the passages or the function words of questions spell them. Thread-safe.
/// </summary>
internal static class Wording
{
    private const int MinChars = 3;

    private static readonly Lazy<(string[] Phrase, string Written)[]> Colloquialisms = new(() =>
        [
            .. WordFile
                .Rows("colloquialisms")
                .Select(row => (row[0][0].Split(' '), string.Join(' ', row[1])))
                .OrderByDescending(row => row.Item1.Length),
        ]
    );

    private static readonly WordList FunctionWords = WordList.OfAll(
        English.Interrogatives,
        English.Copulas,
        English.Auxiliaries,
        English.Prepositions
    );

    /// <summary>Returns the question with its colloquialisms written out.</summary>
    public static AnnotatedText WriteOut(AnnotatedText question) => Replace(question, ColloquialismAt);

    /// <summary>
    /// Returns the question as the passages spell its words: misspelt ones corrected, names with capitals. Words that
    /// have no near match, or need none, stay.
    /// </summary>
    public static AnnotatedText Restore(AnnotatedText question, IReadOnlyList<RetrievedPassage> passages)
    {
        var vocabulary = new Lazy<IReadOnlyDictionary<string, (int Capital, int Small)>>(() => PassageVocabulary.Of(passages));
        return NameRestorer.Restore(Respell(question, vocabulary), vocabulary);
    }

    /// <summary>Returns the question with misspelt words as the passages spell them; a word without a near match stays.</summary>
    public static AnnotatedText Respell(AnnotatedText question, Lazy<IReadOnlyDictionary<string, (int Capital, int Small)>> vocabulary)
    {
        var unknown = question.Words.Where(word => !IsEnglish(word)).ToArray();
        if (unknown.Length == 0)
            return question;
        return Replace(
            question,
            (words, i) =>
                unknown.Contains(words[i])
                && !vocabulary.Value.ContainsKey(words[i].Folded)
                && Nearest(words[i], vocabulary.Value) is { } known
                    ? (1, known)
                    : null
        );
    }

    private static bool IsEnglish(AnnotatedWord word) =>
        word.Folded.Length < MinChars
        || word.IsStop
        || word.Number is not null
        || FunctionWords.Contains(word)
        || WordTable.Of(word.Stem) is not null;

    private static string? Nearest(AnnotatedWord word, IReadOnlyDictionary<string, (int Capital, int Small)> vocabulary)
    {
        // Whoever types a name with its capital knows how to spell it.
        Func<string, string, bool> isNear = word.IsCapital ? Spelling.AreVariants : Spelling.AreSlips;
        var near = vocabulary
            .Where(known => !OtherScript.Is(known.Key) && isNear(word.Folded, known.Key))
            .OrderByDescending(known => known.Value.Capital + known.Value.Small)
            .ThenBy(known => known.Key, StringComparer.Ordinal)
            .Select(known => known.Key)
            .FirstOrDefault();
        if (near is not null)
            return near;
        if (word.IsCapital || OtherScript.Is(word.Folded))
            return null;
        // One slip away, and the only such word: a guess between two would change the question.
        string[] functions =
        [
            .. FunctionWords
                .Entries.Where(known =>
                    known.Length >= MinChars && known[0] == word.Folded[0] && EditDistance.Within(word.Folded, known, 1, unlike: 2)
                )
                .Take(2),
        ];
        return functions.Length == 1 ? functions[0] : null;
    }

    private static (int Words, string Written)? ColloquialismAt(IReadOnlyList<AnnotatedWord> words, int at)
    {
        foreach (var (phrase, written) in Colloquialisms.Value)
        {
            if (at + phrase.Length <= words.Count && phrase.Select((word, i) => word == words[at + i].Folded).All(same => same))
                return (phrase.Length, written);
        }

        return null;
    }

    private static AnnotatedText Replace(
        AnnotatedText question,
        Func<IReadOnlyList<AnnotatedWord>, int, (int Words, string Written)?> replacement
    )
    {
        var text = question.Text;
        var words = question.Words;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (replacement(words, i) is not var (count, written))
                continue;
            if (words[i].MayBeName)
                written = char.ToUpperInvariant(written[0]) + written[1..];
            text = string.Concat(text.AsSpan(0, words[i].Start), written, text.AsSpan(words[i + count - 1].End));
        }

        return text == question.Text ? question : AnnotatedText.Read(text);
    }
}
