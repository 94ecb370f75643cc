using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Finds the word that says what is done or happens: mostly the main verb of a question. It goes by word order, not by a dictionary.</summary>
internal static class PredicateReader
{
    /// <param name="words">The question.</param>
    /// <param name="terms">Its content words, in order.</param>
    /// <param name="from">Position after the words that ask, and after what they ask for ("which Telegram channel").</param>
    /// <returns>One of the terms, no name; the first one when the order of words tells nothing; null when there is none.</returns>
    public static QuestionTerm? Find(IReadOnlyList<AnnotatedWord> words, IReadOnlyList<QuestionTerm> terms, int from)
    {
        QuestionTerm? first = null;
        var auxiliary = from < words.Count && QuestionWords.IsAuxiliary(words[from]) ? English.AuxiliaryForms.Of(words[from].Folded) ?? "" : null;
        var isPassive = auxiliary is "be" || words.Skip(from).Any(word => word.Folded is "be" or "been" or "being");
        for (var i = from; i < words.Count; i++)
        {
            if (terms.FirstOrDefault(term => term.Word == words[i]) is not { IsName: false, IsFocus: false } term) continue;
            first ??= term;
            if (auxiliary is null) return first;
            if (isPassive ? IsParticiple(words, i) : IsVerbAfterSubject(words, i, from)) return term;
        }

        return first;
    }

    /// <summary>"Filmed" in "where was the video filmed", not "stolen" in "where was the stolen car found".</summary>
    private static bool IsParticiple(IReadOnlyList<AnnotatedWord> words, int i) => QuestionWords.IsPastTense(words[i]) && EndsPhrase(words, i);

    /// <summary>"Start" in "where did the fire start": after the subject, and no part of it.</summary>
    private static bool IsVerbAfterSubject(IReadOnlyList<AnnotatedWord> words, int i, int auxiliary)
    {
        if (i == auxiliary + 1) return false;
        var before = words[i - 1];
        if (!before.IsPossessive && (before.IsCapital || English.SubjectPronouns.Contains(before) || before.Folded is "anyone" or "anybody" or "someone")) return true;
        if (!EndsPhrase(words, i)) return false;
        return !before.IsPossessive && !English.Determiners.Contains(before) && !English.Prepositions.Contains(before);
    }

    private static bool EndsPhrase(IReadOnlyList<AnnotatedWord> words, int i) => i + 1 == words.Count || words[i + 1].IsStop || words[i + 1].IsCapital || words[i + 1].BreakBefore > WordBreak.Hyphen;
}
