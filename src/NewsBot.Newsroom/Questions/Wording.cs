using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Language.WordNet;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Writes out what people type in haste: contractions without an apostrophe and fillers before the search, and after it the words that neither English nor
/// the passages know, as the passages or the function words of questions spell them. Thread-safe.
/// </summary>
internal static class Wording
{
    private const int MinChars = 3;

    private static readonly Lazy<(string[] Phrase, string Written)[]> Colloquialisms = new(() =>
        [.. WordFile.Rows("colloquialisms").Select(row => (row[0][0].Split(' '), string.Join(' ', row[1]))).OrderByDescending(row => row.Item1.Length)]);

    private static readonly WordList FunctionWords = WordList.OfAll(English.Interrogatives, English.Copulas, English.Auxiliaries, English.Prepositions);

    /// <summary>Returns the question with its colloquialisms written out.</summary>
    public static AnnotatedText WriteOut(AnnotatedText question) => Replace(question, ColloquialismAt);

    /// <summary>Returns the question as the passages write its words: misspelt ones respelt, names with their capitals. What has no near word, or needs none, stays.</summary>
    public static AnnotatedText Restore(AnnotatedText question, IReadOnlyList<RetrievedPassage> passages)
    {
        var vocabulary = new Lazy<IReadOnlyDictionary<string, (int Capital, int Small)>>(() => PassageVocabulary.Of(passages));
        return NameRestorer.Restore(Respell(question, vocabulary), vocabulary);
    }

    /// <summary>Returns the question with its misspelt words as the passages spell them; a word that has no near one stays.</summary>
    public static AnnotatedText Respell(AnnotatedText question, Lazy<IReadOnlyDictionary<string, (int Capital, int Small)>> vocabulary)
    {
        var unknown = question.Words.Where(word => !IsEnglish(word)).ToArray();
        if (unknown.Length == 0) return question;
        return Replace(question, (words, i) => unknown.Contains(words[i]) && !vocabulary.Value.ContainsKey(words[i].Folded) && Nearest(words[i], vocabulary.Value) is { } known ? (1, known) : null);
    }

    private static bool IsEnglish(AnnotatedWord word) =>
        word.Folded.Length < MinChars || word.IsStop || word.Number is not null || FunctionWords.Contains(word) || WordTable.Of(word.Stem) is not null;

    private static string? Nearest(AnnotatedWord word, IReadOnlyDictionary<string, (int Capital, int Small)> vocabulary)
    {
        var near = vocabulary.Where(known => !OtherScript.Is(known.Key) && Spelling.AreVariants(word.Folded, known.Key)).OrderByDescending(known => known.Value.Capital + known.Value.Small)
            .ThenBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Key).FirstOrDefault();
        if (near is not null) return near;
        if (word.IsCapital || OtherScript.Is(word.Folded)) return null;
        // One slip apart, and only one such word: a guess between two would change what is asked.
        string[] functions = [.. FunctionWords.Entries.Where(known => known.Length >= MinChars && known[0] == word.Folded[0] && IsSlip(word.Folded, known)).Take(2)];
        return functions.Length == 1 ? functions[0] : null;
    }

    /// <summary>One letter more, less or other, or the same letters in another order: "wos", "abuot".</summary>
    private static bool IsSlip(string typed, string known) => EditDistance.Within(typed, known, 1) || (typed.Length == known.Length && typed.Order().SequenceEqual(known.Order()));

    private static (int Words, string Written)? ColloquialismAt(IReadOnlyList<AnnotatedWord> words, int at)
    {
        foreach (var (phrase, written) in Colloquialisms.Value)
        {
            if (at + phrase.Length <= words.Count && phrase.Select((word, i) => word == words[at + i].Folded).All(same => same)) return (phrase.Length, written);
        }

        return null;
    }

    private static AnnotatedText Replace(AnnotatedText question, Func<IReadOnlyList<AnnotatedWord>, int, (int Words, string Written)?> replacement)
    {
        var text = question.Text;
        var words = question.Words;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (replacement(words, i) is not var (count, written)) continue;
            if (words[i].MayBeName) written = char.ToUpperInvariant(written[0]) + written[1..];
            text = string.Concat(text.AsSpan(0, words[i].Start), written, text.AsSpan(words[i + count - 1].End));
        }

        return text == question.Text ? question : AnnotatedText.Read(text);
    }
}
