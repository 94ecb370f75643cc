using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>What the words of a question do in it.</summary>
internal static class QuestionWords
{
    public static bool IsInterrogative(AnnotatedWord word) => English.Interrogatives.Contains(word);

    public static bool IsAuxiliary(AnnotatedWord word) => English.Auxiliaries.Contains(word);

    public static bool IsCopula(IReadOnlyList<AnnotatedWord> words, int position) => position > 0 && position < words.Count && English.Copulas.Contains(words[position]);

    public static bool IsPastTense(AnnotatedWord word) =>
        !word.IsCapital && (word.Folded.EndsWith("ed", StringComparison.Ordinal) || English.IrregularPasts.Contains(word));

    /// <summary>The word stands in questions of all kinds and is no content.</summary>
    public static bool SaysNothing(AnnotatedWord word) => word.IsStop || IsInterrogative(word) || IsAuxiliary(word) || English.EmptyWords.Contains(word);
}
