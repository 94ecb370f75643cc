using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Whether the sentence brings what is asked for: something new, of the right kind, near the question's words, and told by other passages, too.</summary>
internal static class AnswerFeatures
{
    private const int Far = 12;

    public static void Write(FeatureWriter features, Reading reading, KindEvidence evidence)
    {
        var newNames = 0;
        double support = 0, nearest = Far;
        foreach (var name in reading.Names)
        {
            var isNew = true;
            for (var i = name.Start; i < name.End && isNew; i++) isNew = !reading.IsAsked(i);
            if (!isNew) continue;
            newNames++;
            support = Math.Max(support, Enumerable.Range(name.Start, name.Length).Max(i => reading.SupportOf(reading.Words[i].Stem)));
            nearest = Math.Min(nearest, DistanceTo(reading, name.Start, name.End - 1));
        }

        var newNumbers = 0;
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (reading.Words[i].Number is not null && !reading.IsAsked(i)) newNumbers++;
        }

        features.Add("gate", AnswerGate.Admits(reading, evidence));
        features.Add("evidence", evidence.Strength);
        features.Add("noEvidence", evidence.Strength < 0.15);
        features.Add("evidenceDistance", evidence.Positions.Count == 0 ? Far : evidence.Positions.Min(position => DistanceTo(reading, position, position)));
        features.Add("evidenceSupport", evidence.Positions.Count == 0 ? 0 : evidence.Positions.Max(position => reading.SupportOf(reading.Words[position].Stem)));
        features.Add("evidenceToPredicate", Math.Min(Far, reading.Question.Predicate is { } verb && reading.MatchOf(verb).Position is var at and >= 0 && evidence.Positions.Count > 0 ? evidence.Positions.Min(position => Math.Abs(position - at)) : Far));
        features.Add("newNames", Math.Min(5, newNames));
        features.Add("newNumbers", Math.Min(5, newNumbers));
        features.Add("nameSupport", support);
        features.Add("nameDistance", nearest);
        features.Add("quotedName", reading.Names.Any(name => reading.Words[name.Start].IsQuoted && !reading.IsAsked(name.Start)));
        features.Add("side", SideOf(reading, evidence));
        features.Add("isQuestion", reading.Candidate.Words.Text.TrimEnd('”', '"', '’', ' ').EndsWith('?'));
    }

    private static double DistanceTo(Reading reading, int first, int last)
    {
        double nearest = Far;
        foreach (var match in reading.Matches)
        {
            if (match.Position >= 0) nearest = Math.Min(nearest, match.Position < first ? first - match.Position : match.Position > last ? match.Position - last : 0);
        }

        return nearest;
    }

    /// <summary>"Who accused X" wants someone before the verb, "whom did X accuse" after it, the passive the other way round: 1 right side, -1 wrong, 0 not known.</summary>
    private static double SideOf(Reading reading, KindEvidence evidence)
    {
        var question = reading.Question;
        if (question.Kind is not (QuestionKind.Person or QuestionKind.Thing or QuestionKind.Place) || question.Predicate is not { } predicate || evidence.Positions.Count == 0) return 0;
        var verb = reading.MatchOf(predicate).Position;
        if (verb < 0) return 0;
        var isBefore = evidence.Positions[0] < verb;
        var isPassive = verb > 0 && reading.Words[verb - 1].Folded is "was" or "were" or "been" or "being" or "be" or "is" or "are" && reading.Words[verb].Folded.EndsWith("ed", StringComparison.Ordinal);
        return isBefore == (question.AsksForSubject != isPassive) ? 1 : -1;
    }
}
