namespace NewsBot.Search.Analysis;

/// <summary>Cuts a text into words with exact offsets. Stateless, thread-safe.</summary>
/// <remarks>
/// A word is a run of letters, digits and their marks, of any script. Also one word: an apostrophe between letters ("Russia’s", "don't"),
/// a number with its separators ("2.30am", "27,000", "10:45"), single letters with dots between them ("U.S", without the last dot).
/// Everything else separates words: white space of every kind, hyphens ("Novo-Ogaryovo" is two words), '@', '#', '_' and '/'. In scripts
/// without spaces (Han, kana) each character is a word.
/// </remarks>
public static class WordTokenizer
{
    /// <summary>Returns the words of a text, in order, without allocating.</summary>
    /// <param name="text">Any text, even with lone surrogates.</param>
    public static WordEnumerator Enumerate(ReadOnlySpan<char> text) => new(text);

    /// <summary>Returns the words of a text, in order; none overlap.</summary>
    /// <param name="text">Any text, even with lone surrogates.</param>
    public static IReadOnlyList<Word> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>(text.Length / 6 + 1);
        foreach (var word in Enumerate(text))
            words.Add(word);
        return words;
    }
}
