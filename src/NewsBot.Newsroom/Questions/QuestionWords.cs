using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Determines the function of a word in a question.</summary>
internal static class QuestionWords
{
    /// <summary>Determines whether a word is an interrogative.</summary>
    public static bool IsInterrogative(AnnotatedWord word) => English.Interrogatives.Contains(word);

    /// <summary>Determines whether a word is an auxiliary verb.</summary>
    public static bool IsAuxiliary(AnnotatedWord word) => English.Auxiliaries.Contains(word);

    /// <summary>Determines whether the word at a position, other than the first, is a copula.</summary>
    public static bool IsCopula(IReadOnlyList<AnnotatedWord> words, int position) =>
        position > 0 && position < words.Count && English.Copulas.Contains(words[position]);

    /// <summary>Determines whether a word looks like a past tense or a participle.</summary>
    public static bool IsPastTense(AnnotatedWord word) =>
        !word.IsCapital && (word.Folded.EndsWith("ed", StringComparison.Ordinal) || English.IrregularPasts.Contains(word));

    /// <summary>Determines whether a word occurs in questions of all kinds and has no content.</summary>
    public static bool SaysNothing(AnnotatedWord word) =>
        word.IsStop || IsInterrogative(word) || IsAuxiliary(word) || English.EmptyWords.Contains(word);
}
