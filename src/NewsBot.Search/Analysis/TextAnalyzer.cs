namespace NewsBot.Search.Analysis;

/// <summary>Turns a text into the terms that search compares: words, folded and stemmed. Stateless, thread-safe.</summary>
/// <remarks>Index and query go through the same analysis; any change here changes every stored index.</remarks>
public static class TextAnalyzer
{
    /// <summary>
    /// Specifies the length in UTF-16 code units to which words are cut before folding: anything longer is data, not language.
    /// </summary>
    public const int MaxWordLength = 64;

    /// <summary>Returns the tokens of a text in order, including stop words.</summary>
    /// <param name="text">Any text: an article, a headline, a sentence, a question.</param>
    public static IReadOnlyList<Token> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 6 + 1);
        Span<char> buffer = stackalloc char[MaxWordLength * TermFolding.MaxExpansion];
        var hasLowerCase = text.AsSpan().ContainsAnyInRange('a', 'z');
        foreach (var word in WordTokenizer.Enumerate(text))
        {
            var raw = text.AsSpan(word.Start, word.Length);
            var length = TermOf(raw, hasLowerCase, buffer, out var isStopWord);
            if (length > 0)
                tokens.Add(new Token(word.Start, word.Length, new string(buffer[..length]), isStopWord));
        }

        return tokens;
    }

    /// <summary>
    /// Visits the tokens of a text in order, as <see cref="Analyze"/> lists them, until the visitor stops. Makes no strings.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="visitor">Receives the tokens.</param>
    public static void Visit(string text, TermVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(visitor);
        Span<char> buffer = stackalloc char[MaxWordLength * TermFolding.MaxExpansion];
        var hasLowerCase = text.AsSpan().ContainsAnyInRange('a', 'z');
        foreach (var word in WordTokenizer.Enumerate(text))
        {
            var length = TermOf(text.AsSpan(word.Start, word.Length), hasLowerCase, buffer, out var isStopWord);
            if (length > 0 && !visitor(word.Start, word.Length, buffer[..length], isStopWord))
                return;
        }
    }

    /// <summary>Writes the term of one word into a buffer and returns its length; 0 when the word has no term.</summary>
    /// <param name="word">A word of <see cref="WordTokenizer"/>.</param>
    /// <param name="inMixedCase">Whether the text has lower-case letters, so that capitals are significant.</param>
    /// <param name="buffer">At least <see cref="MaxWordLength"/> times <see cref="TermFolding.MaxExpansion"/> long.</param>
    /// <param name="isStopWord">Whether the word is one of <see cref="StopWords"/>, and not an acronym spelt like one.</param>
    internal static int TermOf(ReadOnlySpan<char> word, bool inMixedCase, Span<char> buffer, out bool isStopWord)
    {
        var length = TermFolding.Fold(word[..Math.Min(word.Length, MaxWordLength)], buffer);
        var folded = buffer[..length];
        isStopWord = StopWords.Contains(folded) && !(inMixedCase && word is "WHO" or "IT");
        return EnglishStemmer.CanStem(folded) ? EnglishStemmer.StemInPlace(folded) : length;
    }
}
