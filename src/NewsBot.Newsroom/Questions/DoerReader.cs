using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Finds the one that a question names as acting.</summary>
internal static class DoerReader
{
    /// <summary>
    /// Returns the last name before the predicate, apart from places ("the parade in Moscow"); null when the question
    /// does not begin like "Did Zelensky …" or "Why did Zelensky …".
    /// </summary>
    public static QuestionTerm? Find(IReadOnlyList<AnnotatedWord> words, IReadOnlyList<QuestionTerm> terms, QuestionTerm? predicate)
    {
        var auxiliary = words.Count > 1 && QuestionWords.IsInterrogative(words[0]) ? 1 : 0;
        if (predicate is null || English.AuxiliaryForms.Of(words[auxiliary].Folded) is not ("do" or "have" or "will"))
            return null;
        for (var i = words.Count - 1; i > auxiliary; i--)
        {
            var isBefore = words[i].Start < predicate.Word.Start;
            if (
                isBefore
                && terms.FirstOrDefault(term => term.Word == words[i]) is { IsName: true } name
                && !Clause.FollowsPreposition(words, i)
            )
                return name;
        }

        return null;
    }
}
