using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>What speaks for and against a candidate as an answer, as numbers that the scorer weighs; most lie between 0 and 1.</summary>
internal static class StatementFeatures
{
    private const double Found = 0.5;
    private const int NeighbourWords = 4;

    /// <summary>Names of the features, in the order of <see cref="Of"/>; the weights file uses them.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "bias", "coverage", "contextGain", "allCovered", "missing", "name", "nameNearby", "focus", "evidence", "noEvidence",
        "coveredEvidence", "pairs", "density", "numberMissing", "rank", "twoSentences", "length", "fragment",
        "oneMissing", "moreMissing", "shortAndMissing", "lastMissing", "lowCoverage", "yesNo", "speech",
    ];

    public static double[] Of(Reading reading, KindEvidence evidence)
    {
        var question = reading.Question;
        var context = reading.Candidate.Context;
        double total = 0, covered = 0, coveredInContext = 0, missing = 0;
        int groups = 0, uncovered = 0;
        foreach (var group in GroupsOf(reading))
        {
            total += group.Weight;
            covered += group.Weight * group.Inside;
            coveredInContext += group.Weight * Math.Max(group.Inside, group.Around);
            groups++;
            if (group.Inside < Found) uncovered++;
            if (group.Inside < Found && group.Around == 0) missing += group.Weight;
        }

        var scale = total > 0 ? 1 / total : 0;
        var (name, nameNearby) = NamesOf(reading, context);
        var focus = question.Terms.Where(term => term.IsFocus).Select(term => reading.MatchOf(term).Strength).DefaultIfEmpty(1).Average();
        var coverage = covered * scale;
        return
        [
            1,
            coverage,
            (coveredInContext * scale) - coverage,
            uncovered == 0 ? 1 : 0,
            missing * scale,
            name,
            nameNearby,
            focus,
            evidence.Strength,
            evidence.Strength < 0.15 ? 1 : 0,
            coverage * evidence.Strength,
            PairsOf(reading),
            DensityOf(reading),
            question.Terms.Any(term => term.Word.Number is not null && reading.MatchOf(term).Strength < Found) ? 1 : 0,
            1.0 / (1 + reading.Rank),
            reading.Candidate.SentenceCount == 2 ? 1 : 0,
            Math.Log(1 + reading.Words.Count) / 5,
            reading.Words.Count < 5 ? 1 : 0,
            uncovered == 1 ? 1 : 0,
            Math.Min(3, Math.Max(0, uncovered - 1)),
            groups <= 2 && uncovered > 0 ? 1 : 0,
            reading.Matches is [.., { Strength: < Found }] ? 1 : 0,
            coverage < 0.6 ? 1 : 0,
            question.Kind == QuestionKind.YesNo ? 1 : 0,
            question.Kind == QuestionKind.Speech ? 1 : 0,
        ];
    }

    /// <summary>How well the candidate holds the question's names: the worst of them, inside it and around it.</summary>
    private static (double Inside, double Around) NamesOf(Reading reading, CandidateContext context)
    {
        double inside = 1, around = 1;
        foreach (var name in reading.Question.Names)
        {
            var strength = NameMatcher.Strength(name, reading);
            inside = Math.Min(inside, strength);
            if (strength < Found) around = Math.Min(around, Around(name[^1], context));
        }

        return (inside, around);
    }

    private static double Around(QuestionTerm term, CandidateContext context) =>
        Math.Max(TermMatcher.In(term, context.Near) * 0.7, TermMatcher.In(term, context.Headline) * 0.6);

    private static IEnumerable<TermGroup> GroupsOf(Reading reading)
    {
        var terms = reading.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            double inside = 0, around = 0, weight = 0;
            var group = terms[i].Group;
            for (; i < terms.Count && terms[i].Group == group; i++)
            {
                inside = Math.Max(inside, reading.Matches[i].Strength);
                around = Math.Max(around, Around(terms[i], reading.Candidate.Context));
                weight = Math.Max(weight, reading.WeightOf(terms[i]));
            }

            i--;
            yield return new TermGroup(weight, inside, around);
        }
    }

    /// <summary>Share of the question's neighbouring words that also stand near each other in the candidate ("mayor of Kyiv").</summary>
    private static double PairsOf(Reading reading)
    {
        int pairs = 0, kept = 0;
        for (var i = 1; i < reading.Matches.Count; i++)
        {
            if (reading.Question.Terms[i].Group == reading.Question.Terms[i - 1].Group) continue;
            pairs++;
            var (one, other) = (reading.Matches[i - 1], reading.Matches[i]);
            if (one.Position >= 0 && other.Position >= 0 && Math.Abs(one.Position - other.Position) <= NeighbourWords) kept++;
        }

        return pairs == 0 ? 1 : (double)kept / pairs;
    }

    private static double DensityOf(Reading reading)
    {
        var positions = reading.Matches.Where(match => match.Position >= 0).Select(match => match.Position).ToArray();
        if (positions.Length == 0) return 0;
        var span = positions.Max() - positions.Min() + 1;
        return Math.Min(1, positions.Length / (double)span * 2);
    }

    private readonly record struct TermGroup(double Weight, double Inside, double Around);
}
