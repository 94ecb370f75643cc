using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Gates;

/// <summary>Determines who acts: what is done to people, or by what is theirs, does not say what they did.</summary>
internal static class DoerGate
{
    private const double Matched = 0.6;

    /// <summary>
    /// Maximum number of words between the predicate and the agent after "by" ("was ordered on Friday by X"): farther on, "by" belongs to
    /// another word.
    /// </summary>
    private const int AgentWithin = 4;

    /// <summary>Maximum number of words between "he" or "the president" and the predicate for it to be the doer.</summary>
    private const int DoerWithin = 6;

    /// <summary>
    /// Determines whether the sentence is about the question's doer: a strike on Ukraine does not answer "why did Ukraine attack?", nor do
    /// other guests answer "will Putin attend?".
    /// </summary>
    public static bool IsOfItsDoer(AlignedCandidate aligned)
    {
        if (aligned.Question.Kind == QuestionKind.Speech || aligned.Question.Doer is not { } doer)
            return true;
        var isNamed = aligned.MatchOf(doer).Strength >= RelatedWords.StandsFor;
        var deed = aligned.MatchOf(aligned.Question.Predicate!).Position;
        if (isNamed || aligned.Question.Kind != QuestionKind.YesNo)
            return deed < 0 || !isNamed || IsDoneBy(aligned, doer, deed);
        return deed < 0
            ? HasPronoun(aligned) || aligned.Words.Any(English.Roles.Contains)
            : aligned
                .Words.Take(deed)
                .TakeLast(DoerWithin)
                .Any(word => English.SubjectPronouns.Contains(word) || English.Roles.Contains(word));
    }

    /// <summary>
    /// Determines whether the doer precedes the predicate or follows "by": an order to attack Zelensky does not answer "did Zelensky order
    /// the attack?".
    /// </summary>
    private static bool IsDoneBy(AlignedCandidate aligned, QuestionTerm doer, int deed) =>
        Enumerable
            .Range(0, aligned.Words.Count)
            .Any(at =>
                aligned.MatchAt(doer, at).Strength >= Matched
                && (
                    at < deed
                        ? !Clause.FollowsPreposition(aligned.Words, at)
                        : at > 0 && at <= deed + AgentWithin && aligned.Words[at - 1].Folded == "by"
                )
            );

    /// <summary>
    /// Determines whether the sentence is only about what belongs to the doer: neither Zelensky's spokesman nor a strike on Zelensky's
    /// residence answers "what was Zelensky doing?".
    /// </summary>
    public static bool IsOnlyOfWhatIsTheirs(AlignedCandidate aligned)
    {
        var question = aligned.Question;
        if (
            question.Kind != QuestionKind.Thing
            || question.Names.Count == 0
            || !question.Text.Words.Skip(2).Any(word => word.Folded is "do" or "doing" or "done")
        )
            return false;
        var name = question.Names[0][^1];
        return aligned.MatchOf(name).Strength >= Matched
            && Enumerable
                .Range(0, aligned.Words.Count)
                .All(at =>
                    aligned.MatchAt(name, at).Strength < Matched
                    || aligned.Words[at].IsPossessive
                    || Clause.FollowsPreposition(aligned.Words, at)
                );
    }

    /// <summary>
    /// Determines whether a pronoun may refer to someone named outside the sentence: "he", or "it" if nothing is named before.
    /// </summary>
    public static bool HasPronoun(AlignedCandidate aligned)
    {
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (English.PronounsOfPersons.Contains(aligned.Words[i]))
                return true;
            if (English.PronounsOfThings.Contains(aligned.Words[i]) && !aligned.Names.Any(name => name.End <= i))
                return true;
        }

        return false;
    }
}
