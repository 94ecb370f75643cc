using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Gates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures whether the sentence contains what is asked for: something new, of the right kind, near the question's words, and reported in
/// other passages too.
/// </summary>
internal static class AnswerFeatures
{
    private const int Far = 12;

    public static void Write(FeatureWriter features, AlignedCandidate aligned, KindEvidence evidence)
    {
        var newNames = 0;
        double support = 0,
            nearest = Far;
        foreach (var name in aligned.Names)
        {
            var isNew = true;
            for (var i = name.Start; i < name.End && isNew; i++)
                isNew = !aligned.IsAsked(i);
            if (!isNew)
                continue;
            newNames++;
            support = Math.Max(support, Enumerable.Range(name.Start, name.Length).Max(i => aligned.SupportOf(aligned.Words[i].Stem)));
            nearest = Math.Min(nearest, DistanceTo(aligned, name.Start, name.End - 1));
        }

        var newNumbers = 0;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (aligned.Words[i].Number is not null && !aligned.IsAsked(i))
                newNumbers++;
        }

        features.Add("gate", AnswerGate.Admits(aligned, evidence));
        features.Add("evidence", evidence.Strength);
        features.Add("noEvidence", evidence.Strength < 0.15);
        features.Add(
            "evidenceDistance",
            evidence.Positions.Count == 0 ? Far : evidence.Positions.Min(position => DistanceTo(aligned, position, position))
        );
        features.Add(
            "evidenceSupport",
            evidence.Positions.Count == 0 ? 0 : evidence.Positions.Max(position => aligned.SupportOf(aligned.Words[position].Stem))
        );
        features.Add(
            "evidenceToPredicate",
            Math.Min(
                Far,
                aligned.Question.Predicate is { } verb && aligned.MatchOf(verb).Position is var at and >= 0 && evidence.Positions.Count > 0
                    ? evidence.Positions.Min(position => Math.Abs(position - at))
                    : Far
            )
        );
        features.Add("newNames", Math.Min(5, newNames));
        features.Add("newNumbers", Math.Min(5, newNumbers));
        features.Add("nameSupport", support);
        features.Add("nameDistance", nearest);
        features.Add("quotedName", aligned.Names.Any(name => aligned.Words[name.Start].IsQuoted && !aligned.IsAsked(name.Start)));
        features.Add("side", SideOf(aligned, evidence));
        features.Add("isQuestion", aligned.Candidate.Words.Text.TrimEnd('”', '"', '’', ' ').EndsWith('?'));
    }

    private static double DistanceTo(AlignedCandidate aligned, int first, int last)
    {
        double nearest = Far;
        foreach (var match in aligned.Matches)
        {
            if (match.Position >= 0)
                nearest = Math.Min(
                    nearest,
                    match.Position < first ? first - match.Position
                        : match.Position > last ? match.Position - last
                        : 0
                );
        }

        return nearest;
    }

    /// <summary>
    /// Returns 1 if the evidence is on the right side of the verb, -1 if it is on the wrong side, and 0 if unknown. "Who accused X" needs
    /// someone before the verb, "whom did X accuse" after it, and the passive the other way round.
    /// </summary>
    private static double SideOf(AlignedCandidate aligned, KindEvidence evidence)
    {
        var question = aligned.Question;
        if (
            question.Kind is not (QuestionKind.Person or QuestionKind.Thing or QuestionKind.Place)
            || question.Predicate is not { } predicate
            || evidence.Positions.Count == 0
        )
            return 0;
        var verb = aligned.MatchOf(predicate).Position;
        if (verb < 0)
            return 0;
        var isBefore = evidence.Positions[0] < verb;
        var isPassive =
            verb > 0
            && English.AuxiliaryForms.Of(aligned.Words[verb - 1].Folded) is "be"
            && aligned.Words[verb].Folded.EndsWith("ed", StringComparison.Ordinal);
        return isBefore == (question.AsksForSubject != isPassive) ? 1 : -1;
    }
}
