using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Composing;

/// <summary>Keeps the candidates worth a closer look: those that contain most of the question, or are close to the rest of it.</summary>
internal static class CandidateFilter
{
    /// <summary>Specifies the maximum number of candidates examined closely; the model was trained on no more.</summary>
    public const int MaxCandidates = 40;

    private const double AroundWorth = 0.4;
    private const double RankWorth = 0.25;
    private const double PairPenalty = 0.15;
    private const double SomethingNew = 0.1;

    /// <summary>Returns the single sentences for a model to read, the most promising first; ties keep the order of the passages.</summary>
    public static IReadOnlyList<AlignedCandidate> ToRead(QuestionInPool pool, int most, Func<AlignedCandidate, bool> isPossible) =>
        [
            .. Readable(pool)
                .Where(aligned =>
                    aligned.Candidate.SentenceCount == 1 && isPossible(aligned) && !PageFurniture.Is(aligned.Candidate.Words.Text)
                )
                .Select(aligned => (Aligned: aligned, Promise: PromiseOf(aligned)))
                .OrderByDescending(one => one.Promise)
                .Take(most)
                .Select(one => one.Aligned),
        ];

    /// <summary>
    /// Returns the candidates whose words deserve a closer look, the most promising first; ties keep the order of the passages.
    /// </summary>
    public static IReadOnlyList<AlignedCandidate> Keep(QuestionInPool pool) =>
        [
            .. Readable(pool)
                .Where(aligned => aligned.Matches.Any(match => match.Position >= 0))
                .Select(aligned => (Aligned: aligned, Promise: PromiseOf(aligned)))
                .OrderByDescending(one => one.Promise)
                .Take(MaxCandidates)
                .Select(one => one.Aligned),
        ];

    // Names are found in other scripts, but neither words nor an English reading model can tell what such a sentence says about them.
    private static IEnumerable<AlignedCandidate> Readable(QuestionInPool pool) =>
        pool.Aligned.Where(aligned => !OtherScript.IsMostOf(aligned.Candidate.Words.Text));

    private static double PromiseOf(AlignedCandidate aligned)
    {
        double total = 0,
            held = 0;
        foreach (var term in aligned.Question.Terms)
        {
            var weight = aligned.WeightOf(term);
            var inside = aligned.MatchOf(term).Strength;
            total += weight;
            held += weight * (inside > 0 ? inside : AroundWorth * Around(term, aligned.Candidate.Context));
        }

        var isShort = aligned.Words.Count < 5;
        return (held / total)
            + (RankWorth / (1 + aligned.Rank))
            - (aligned.Candidate.SentenceCount > 1 ? PairPenalty : 0)
            + (isShort ? -SomethingNew : 0);
    }

    private static double Around(QuestionTerm term, CandidateContext context) =>
        Math.Max(TermMatcher.In(term, context.Headline), TermMatcher.In(term, context.Near));
}
