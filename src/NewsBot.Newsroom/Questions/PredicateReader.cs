using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>
/// Finds the word for what is done or happens, usually the main verb of a question. It goes by word order, not by a dictionary.
/// </summary>
internal static class PredicateReader
{
    /// <summary>Returns the predicate of a question.</summary>
    /// <param name="words">The question.</param>
    /// <param name="terms">The content words of the question, in order.</param>
    /// <param name="from">The position after the interrogative and after what is asked for ("which Telegram channel").</param>
    /// <returns>One of the terms, not a name; the first one when word order does not decide; null when there is none.</returns>
    public static QuestionTerm? Find(IReadOnlyList<AnnotatedWord> words, IReadOnlyList<QuestionTerm> terms, int from)
    {
        QuestionTerm? first = null;
        var auxiliary =
            from < words.Count && QuestionWords.IsAuxiliary(words[from]) ? English.AuxiliaryForms.Of(words[from].Folded) ?? "" : null;
        var isPassive = auxiliary is "be" || words.Skip(from).Any(word => word.Folded is "be" or "been" or "being");
        for (var i = from; i < words.Count; i++)
        {
            if (terms.FirstOrDefault(term => term.Word == words[i]) is not { IsName: false, IsFocus: false } term)
                continue;
            first ??= term;
            if (auxiliary is null)
                return first;
            if (isPassive ? IsParticiple(words, i) : IsVerbAfterSubject(words, i, from))
                return term;
        }

        return first;
    }

    /// <summary>
    /// Determines whether a word is a participle: "filmed" in "where was the video filmed", not "stolen" in "where was
    /// the stolen car found".
    /// </summary>
    private static bool IsParticiple(IReadOnlyList<AnnotatedWord> words, int i) =>
        QuestionWords.IsPastTense(words[i]) && EndsPhrase(words, i);

    /// <summary>Determines whether a word is a verb after its subject and not part of it: "start" in "where did the fire start".</summary>
    private static bool IsVerbAfterSubject(IReadOnlyList<AnnotatedWord> words, int i, int auxiliary)
    {
        if (i == auxiliary + 1)
            return false;
        var before = words[i - 1];
        if (
            !before.IsPossessive
            && (before.IsCapital || English.SubjectPronouns.Contains(before) || before.Folded is "anyone" or "anybody" or "someone")
        )
            return true;
        if (!EndsPhrase(words, i))
            return false;
        return !before.IsPossessive && !English.Determiners.Contains(before) && !English.Prepositions.Contains(before);
    }

    private static bool EndsPhrase(IReadOnlyList<AnnotatedWord> words, int i) =>
        i + 1 == words.Count || words[i + 1].IsStop || words[i + 1].IsCapital || words[i + 1].BreakBefore > WordBreak.Hyphen;
}
