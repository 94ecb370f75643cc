using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>
/// Scores sentences by the reading model, by their words, and by whether they contain the question's names. A logistic regression on
/// questions that the model was not trained on turns the sum of log-odds into a probability; docs/research/reading.md describes the
/// sets and what each part adds.
/// </summary>
internal static class ReadingScorer
{
    /// <summary>Weight of the log-odds by words, relative to those of the reading model.</summary>
    private const double WordsWorth = 0.5;

    /// <summary>The same weight for the question as a whole.</summary>
    private const double WordsWorthOfAnswer = 0.25;

    /// <summary>Log-odds that a sentence loses if it lacks a name of the question.</summary>
    private const double Unnamed = 2;

    /// <summary>Probability by words of a sentence that the rules on words exclude.</summary>
    private const double RuledOut = 0.03;

    // Slopes and intercepts of the regressions.
    private const double StatementSlope = 0.58;
    private const double StatementBase = -1.65;
    private const double AnswerSlope = 0.41;
    private const double AnswerBase = -0.69;

    /// <summary>Returns the sentences, the most probable first, and the probability that the first ones answer.</summary>
    public static ScoredAnswer Score(QuestionInPool pool, ScoredAnswer byWords, IReadingModel model, CancellationToken cancellationToken)
    {
        var named = new NamedThings(pool);
        var candidates = CandidateFilter.ToRead(pool, CandidateReadings.Most, named.MayAnswer);
        if (candidates.Count == 0)
            return new ScoredAnswer([], 0);
        var read = CandidateReadings.Of(candidates, model, cancellationToken);
        var known = byWords.Candidates.ToDictionary(one => one.Aligned);
        var scored = candidates
            .Select((candidate, i) => (Candidate: candidate, Score: ScoreOf(candidate, read[i])))
            .OrderByDescending(one => one.Score)
            .ThenBy(one => one.Candidate.Rank)
            .ThenBy(one => one.Candidate.Candidate.Range.Start)
            .ToArray();
        var answer = scored[0].Score + (WordsWorthOfAnswer * LogOdds.Of(byWords.Probability));
        return new ScoredAnswer(
            [
                .. scored.Select(one =>
                    Join(
                        one.Candidate,
                        LogOdds.ToProbability((StatementSlope * one.Score) + StatementBase),
                        known.GetValueOrDefault(one.Candidate)
                    )
                ),
            ],
            LogOdds.ToProbability((AnswerSlope * answer) + AnswerBase)
        );

        double ScoreOf(AlignedCandidate candidate, float probability) =>
            LogOdds.Of(probability)
            + (WordsWorth * LogOdds.Of(known.GetValueOrDefault(candidate)?.Probability ?? RuledOut))
            - (named.AreHeld(candidate) ? 0 : Unnamed);
    }

    private static ScoredCandidate Join(AlignedCandidate candidate, double probability, ScoredCandidate? byWords) =>
        byWords is not null
            ? byWords with
            {
                Probability = probability,
            }
            : new ScoredCandidate(candidate, EvidenceFinder.Find(candidate), [], probability);
}
