using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Conversations;

/// <summary>
/// Completes a question that depends on the previous one: "and when?", "what about Russia?", "what did Ukraine say about it?".
/// </summary>
internal static class FollowUp
{
    /// <summary>Returns the completed question, or the question itself if it is complete.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="previous">The previous question, itself complete.</param>
    public static string Complete(string question, string previous)
    {
        var words = AnnotatedText.Read(question).Words;
        var before = AnnotatedText.Read(previous).Words;
        if (words.Count == 0 || before.Count == 0)
            return question;
        var start = SkipLinks(words);
        if (start == words.Count)
            return question;
        if (
            start + 2 <= words.Count
            && words[start].Folded is "what" or "how"
            && words[start + 1].Folded == "about"
            && start + 2 < words.Count
        )
            return Replace(previous, before, question[words[start + 2].Start..].TrimEnd('?', '.', ' '));
        if (IsBare(words, start))
            return Ask(question, words, start, previous, before);
        if (PronounIn(words, start) is { } pronoun && !HasAntecedent(words, start, pronoun))
            return Resolve(question, words, pronoun, previous, before);
        return start > 0 && !words.Skip(start).Any(QuestionWords.IsInterrogative) && !QuestionWords.IsAuxiliary(words[start])
            ? Replace(previous, before, question[words[start].Start..].TrimEnd('?', '.', ' '))
            : question;
    }

    private static int SkipLinks(IReadOnlyList<AnnotatedWord> words)
    {
        var start = 0;
        while (start < words.Count && English.FollowUpLinks.Contains(words[start]))
            start++;
        return start;
    }

    /// <summary>
    /// Determines whether a question asks for something and says nothing else: "when?", "how many?", and even "why did it happen?", despite
    /// its pronoun.
    /// </summary>
    private static bool IsBare(IReadOnlyList<AnnotatedWord> words, int start) =>
        QuestionWords.IsInterrogative(words[start]) && words.Skip(start + 1).All(English.BareFollowUps.Contains);

    private static string Ask(
        string question,
        IReadOnlyList<AnnotatedWord> words,
        int start,
        string previous,
        IReadOnlyList<AnnotatedWord> before
    )
    {
        var end = start + 1;
        while (end < words.Count && (AsksForExtent(words[end]) || English.TimeNouns.Contains(words[end])))
            end++;
        return $"{question[words[start].Start..words[end - 1].End]} {SubjectMatter(previous, before)}?";
    }

    /// <summary>
    /// Replaces the first name of the previous question by another ("what about Russia?"); a question without names is followed by the new
    /// words.
    /// </summary>
    private static string Replace(string previous, IReadOnlyList<AnnotatedWord> before, string other)
    {
        var asks = QuestionShapeReader.FindInterrogative(before);
        var names = QuestionTermReader.NamesIn(QuestionTermReader.Read(before, QuestionShapeReader.Read(before, asks)), before);
        if (names.Count == 0)
            return $"{previous.TrimEnd('?', ' ')} {other}?";
        var (first, last) = (names[0][0].Word, names[0][^1].Word);
        var possessive = last.IsPossessive && !other.EndsWith("'s", StringComparison.Ordinal) ? "'s" : "";
        return previous[..first.Start] + other + possessive + previous[last.End..];
    }

    /// <summary>Determines whether a word asks for an extent: "how many", "how long".</summary>
    private static bool AsksForExtent(AnnotatedWord word) => word.Folded is "many" or "much" || English.ExtentWords.Contains(word);

    private static AnnotatedWord? PronounIn(IReadOnlyList<AnnotatedWord> words, int start) =>
        words
            .Skip(start)
            .FirstOrDefault(word =>
                English.PronounsOfPersons.Contains(word)
                || English.PronounsOfThings.Contains(word)
                || word.Folded is "this" or "that" or "there"
            )
            is { } pronoun
        && !IsDeterminer(words, pronoun)
            ? pronoun
            : null;

    /// <summary>Determines whether the word is not used as a pronoun: "that" before a clause, "there" in "is there", "this week".</summary>
    private static bool IsDeterminer(IReadOnlyList<AnnotatedWord> words, AnnotatedWord word)
    {
        var at = words.TakeWhile(other => other != word).Count();
        var isLast = at + 1 == words.Count;
        return word.Folded switch
        {
            "that" or "this" => !isLast && !QuestionWords.IsAuxiliary(words[at + 1]) && !words[at + 1].IsStop,
            "there" => at > 0 && QuestionWords.IsAuxiliary(words[at - 1]) && !isLast,
            "it" => !isLast
                && at > 0
                && QuestionWords.IsAuxiliary(words[at - 1])
                && words[at + 1].Folded is "true" or "raining" or "possible",
            _ => false,
        };
    }

    /// <summary>Determines whether the question names someone before the pronoun: "did Putin say where he was?".</summary>
    private static bool HasAntecedent(IReadOnlyList<AnnotatedWord> words, int start, AnnotatedWord pronoun) =>
        (English.PronounsOfPersons.Contains(pronoun) || pronoun.Folded is "they" or "them" or "their")
        && words.Skip(start + 1).TakeWhile(word => word != pronoun).Any(word => word.IsCapital && !word.IsStop);

    private static string Resolve(
        string question,
        IReadOnlyList<AnnotatedWord> words,
        AnnotatedWord pronoun,
        string previous,
        IReadOnlyList<AnnotatedWord> before
    )
    {
        var isPerson = English.PronounsOfPersons.Contains(pronoun);
        var referent = isPerson ? PersonOf(previous, before) : SubjectMatter(previous, before);
        if (referent.Length == 0)
            return question;
        var isOwner = pronoun.Folded is "his" or "hers" or "their" or "its" || (pronoun.Folded == "her" && words[^1] != pronoun);
        return question[..pronoun.Start] + referent + (isOwner ? "'s" : "") + question[pronoun.End..];
    }

    /// <summary>
    /// Returns the person whom the previous question was about: its first name that is not a place, or, for "who is the mayor of Moscow",
    /// the mayor of Moscow.
    /// </summary>
    private static string PersonOf(string previous, IReadOnlyList<AnnotatedWord> before)
    {
        var asks = QuestionShapeReader.FindInterrogative(before);
        var shape = QuestionShapeReader.Read(before, asks);
        if (shape is { Kind: QuestionKind.Person, Attribute: true })
            return SubjectMatter(previous, before);
        var names = QuestionTermReader.NamesIn(QuestionTermReader.Read(before, shape), before);
        var person = names.Find(name => !name.Any(term => Lexicon.IsPlaceName(term.Word.Stem))) ?? names.FirstOrDefault();
        return person is null
            ? SubjectMatter(previous, before)
            : previous[person[0].Word.Start..(person[^1].Word.End - (person[^1].Word.IsPossessive ? 2 : 0))];
    }

    /// <summary>Returns the previous question without its question words: "drones were aimed at the Kremlin".</summary>
    private static string SubjectMatter(string previous, IReadOnlyList<AnnotatedWord> before)
    {
        var asks = QuestionShapeReader.FindInterrogative(before);
        var start = asks + 1;
        if (asks >= 0 && before[asks].Folded == "how")
            start += start < before.Count && AsksForExtent(before[start]) ? 1 : 0;
        var shape = QuestionShapeReader.Read(before, asks);
        if (shape.FocusIsKind)
            start = Math.Max(start, shape.FocusEnd);
        while (start < before.Count && QuestionWords.IsAuxiliary(before[start]))
            start++;
        return start < before.Count ? previous[before[start].Start..].TrimEnd('?', '.', '!', ' ') : "";
    }
}
