using NewsBot.Newsroom.Language;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Tells questions in English from those in other languages by their script and function words. A question with neither
/// sign counts as English.
/// </summary>
internal static class QuestionLanguage
{
    /// <summary>Determines whether a question may be in English.</summary>
    public static bool MayBeEnglish(AnnotatedText question)
    {
        var english = question.Words.Count(word => word.IsStop || QuestionWords.IsInterrogative(word) || QuestionWords.IsAuxiliary(word));
        var letters = question.Text.Where(char.IsLetter).ToArray();

        // A name in another script may be longer than the English around it.
        if (
            letters.Count(IsLatin) * 2 < letters.Length
            && question.Words.Count(word => OtherScript.Is(word.Folded)) is var names
            && (names == 0 || names > english)
        )
            return false;
        var other = question.Words.Count(English.FunctionWordsOfOtherLanguages.Contains);
        return other == 0 || other < english;
    }

    // Basic Latin to Latin Extended-B and Latin Extended Additional: the letters of every language written in Latin script.
    private static bool IsLatin(char letter) => letter is < '\u0250' or (>= '\u1E00' and < '\u1F00');
}
