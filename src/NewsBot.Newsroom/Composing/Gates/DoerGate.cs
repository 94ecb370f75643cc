using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Gates;

/// <summary>Who does it: what is done to somebody, or by what is his, does not tell what he did.</summary>
internal static class DoerGate
{
    private const double Matched = 0.6;

    /// <summary>"Was ordered on Friday by X": further on "by" belongs to another word.</summary>
    private const int AgentWithin = 4;

    /// <summary>"He" or "the president" so near before the deed may be its doer.</summary>
    private const int DoerWithin = 6;

    /// <summary>"Why did Ukraine attack?" is not answered by a strike on Ukraine, nor "Will Putin attend?" by who else does.</summary>
    public static bool IsOfItsDoer(AlignedCandidate aligned)
    {
        if (aligned.Question.Kind == QuestionKind.Speech || aligned.Question.Doer is not { } doer) return true;
        var isNamed = aligned.MatchOf(doer).Strength >= RelatedWords.StandsFor;
        var deed = aligned.MatchOf(aligned.Question.Predicate!).Position;
        if (isNamed || aligned.Question.Kind != QuestionKind.YesNo) return deed < 0 || !isNamed || IsDoneBy(aligned, doer, deed);
        return deed < 0 ? HasPronoun(aligned) || aligned.Words.Any(English.Roles.Contains) : aligned.Words.Take(deed).TakeLast(DoerWithin).Any(word => English.SubjectPronouns.Contains(word) || English.Roles.Contains(word));
    }

    /// <summary>"Did Zelensky order the attack?" is not answered by an order to attack Zelensky: he stands before the deed, or after "by".</summary>
    private static bool IsDoneBy(AlignedCandidate aligned, QuestionTerm doer, int deed) =>
        Enumerable.Range(0, aligned.Words.Count).Any(at =>
            aligned.MatchAt(doer, at).Strength >= Matched && (at < deed ? !Clause.FollowsPreposition(aligned.Words, at) : at > 0 && at <= deed + AgentWithin && aligned.Words[at - 1].Folded == "by"));

    /// <summary>"What was Zelensky doing?" is not answered by what Zelensky's spokesman says, nor by a strike on Zelensky's residence.</summary>
    public static bool IsOnlyOfWhatIsTheirs(AlignedCandidate aligned)
    {
        var question = aligned.Question;
        if (question.Kind != QuestionKind.Thing || question.Names.Count == 0 || !question.Text.Words.Skip(2).Any(word => word.Folded is "do" or "doing" or "done")) return false;
        var name = question.Names[0][^1];
        return aligned.MatchOf(name).Strength >= Matched && Enumerable.Range(0, aligned.Words.Count).All(at =>
            aligned.MatchAt(name, at).Strength < Matched || aligned.Words[at].IsPossessive || Clause.FollowsPreposition(aligned.Words, at));
    }

    /// <summary>Somebody who is named outside the sentence may be meant: by "he", or by "it" when nothing is named before.</summary>
    public static bool HasPronoun(AlignedCandidate aligned)
    {
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (English.PronounsOfPersons.Contains(aligned.Words[i])) return true;
            if (English.PronounsOfThings.Contains(aligned.Words[i]) && !aligned.Names.Any(name => name.End <= i)) return true;
        }

        return false;
    }
}
