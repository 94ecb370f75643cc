using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures how much of the question a sentence contains, by the weight of its words, and how much of the rest is around it.
/// </summary>
internal static class CoverageFeatures
{
    private const double Found = 0.5;
    private const double Itself = 0.95;

    public static void Write(FeatureWriter features, AlignedCandidate aligned)
    {
        var terms = aligned.Question.Terms;
        var context = aligned.Candidate.Context;
        double total = 0,
            covered = 0,
            exact = 0,
            around = 0,
            headline = 0,
            missing = 0,
            heaviest = 0,
            content = 0,
            contentTotal = 0;
        int groups = 0,
            uncovered = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            double inside = 0,
                near = 0,
                above = 0,
                weight = 0;
            var first = terms[i];
            for (; i < terms.Count && terms[i].Group == first.Group; i++)
            {
                inside = Math.Max(inside, aligned.Matches[i].Strength);
                above = Math.Max(above, TermMatcher.In(terms[i], context.Headline));
                near = Math.Max(near, TermMatcher.In(terms[i], context.Near));
                weight = Math.Max(weight, aligned.WeightOf(terms[i]));
            }

            i--;
            groups++;
            total += weight;
            covered += weight * inside;
            exact += inside >= Itself ? weight : 0;
            headline += weight * Math.Max(inside, above);
            around += weight * Math.Max(Math.Max(inside, above), near);
            if (!first.IsName)
                (content, contentTotal) = (content + (weight * inside), contentTotal + weight);
            if (inside >= Found)
                continue;
            uncovered++;
            heaviest = Math.Max(heaviest, weight);
            if (near == 0 && above == 0)
                missing += weight;
        }

        var scale = total > 0 ? 1 / total : 0;
        var (name, nameNearby) = NamesOf(aligned, context);
        features.Add("coverage", covered * scale);
        features.Add("exactCoverage", exact * scale);
        features.Add("headlineCoverage", (headline - covered) * scale);
        features.Add("contextCoverage", around * scale);
        features.Add("contentCoverage", contentTotal > 0 ? content / contentTotal : 1);
        features.Add("missing", missing * scale);
        features.Add("heaviestMissing", heaviest * scale);
        features.Add("uncovered", uncovered);
        features.Add("uncoveredShare", groups > 0 ? (double)uncovered / groups : 0);
        features.Add("coveredGroups", groups - uncovered);
        features.Add("name", name);
        features.Add("nameNearby", nameNearby);
        features.Add("focus", terms.Where(term => term.IsFocus).Select(term => aligned.MatchOf(term).Strength).DefaultIfEmpty(1).Average());
        features.Add("namesMissing", aligned.Question.Names.Count(one => NameMatcher.Strength(one, aligned) < Found));
        features.Add(
            "namesMissingAround",
            aligned.Question.Names.Count(one => NameMatcher.Strength(one, aligned) < Found && Around(one[^1], context) == 0)
        );
        features.Add("predicate", aligned.Question.Predicate is { } predicate ? aligned.MatchOf(predicate).Strength : 1);
        features.Add("otherWords", aligned.Matches.Count(match => match.Strength is > 0 and < Itself));
        features.Add(
            "degreeMissing",
            aligned.Question.Text.Words.Any(word => IsDegree(word) && !aligned.Words.Any(other => other.Stem == word.Stem))
        );
        features.Add("articleUnseen", aligned.Pool.UnseenIn(aligned.Candidate.Article.Id));
        features.Add("longestRun", LongestRunOf(aligned));
        features.Add("lastMissing", aligned.Matches is [.., { Strength: < Found }]);
        features.Add("numberMissing", terms.Any(term => term.Word.Number is not null && aligned.MatchOf(term).Strength < Found));
        features.Add(
            "sentenceBefore",
            context.Before is { } before
                ? before.Words.Where(word => !word.IsStop).Count(word => terms.Any(term => term.Word.Stem == word.Stem))
                : 0
        );
    }

    /// <summary>Determines whether a word is like "first", "only" or "largest": without it, the sentence is about something else.</summary>
    private static bool IsDegree(AnnotatedWord word) =>
        English.DegreeWords.Contains(word) || (word.Folded.Length > 5 && word.Folded.EndsWith("est", StringComparison.Ordinal));

    /// <summary>
    /// Returns the length, in words, of the longest run of the question that the sentence repeats, function words included; at most 10.
    /// </summary>
    private static int LongestRunOf(AlignedCandidate aligned)
    {
        var question = aligned.Question.Text.Words;
        var longest = 0;
        for (var start = 0; start < question.Count; start++)
        {
            for (var at = 0; at < aligned.Words.Count; at++)
            {
                var length = 0;
                while (
                    start + length < question.Count
                    && at + length < aligned.Words.Count
                    && question[start + length].Stem == aligned.Words[at + length].Stem
                )
                    length++;
                longest = Math.Max(longest, length);
            }
        }

        return Math.Min(longest, 10);
    }

    /// <summary>Returns how well the candidate contains the question's names: the worst of them, inside it and around it.</summary>
    private static (double Inside, double Around) NamesOf(AlignedCandidate aligned, CandidateContext context)
    {
        double inside = 1,
            around = 1;
        foreach (var name in aligned.Question.Names)
        {
            var strength = NameMatcher.Strength(name, aligned);
            inside = Math.Min(inside, strength);
            if (strength < Found)
                around = Math.Min(around, Around(name[^1], context));
        }

        return (inside, around);
    }

    private static double Around(QuestionTerm term, CandidateContext context) =>
        Math.Max(TermMatcher.In(term, context.Near) * 0.7, TermMatcher.In(term, context.Headline) * 0.6);
}
