using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>Scores sentences by what the model reads in them and, less, by their words; both in log-odds.</summary>
internal static class ReadingScorer
{
    /// <summary>What the words are worth beside the model. Chosen on questions that neither was fitted to; see docs/reading.md.</summary>
    private const double WordsWorth = 0.25;

    /// <summary>The probability by words of a sentence that the words' rules rule out.</summary>
    private const double RuledOut = 0.03;

    /// <summary>Returns the sentences, the most probable first, and how probable it is that the first answers.</summary>
    public static ScoredAnswer Score(QuestionInPool pool, ScoredAnswer byWords, IReadingModel model, CancellationToken cancellationToken)
    {
        var candidates = CandidateFilter.ToRead(pool, CandidateReadings.Most);
        if (candidates.Count == 0) return new ScoredAnswer([], 0);
        var read = CandidateReadings.Of(candidates, model, cancellationToken);
        var known = byWords.Candidates.ToDictionary(one => one.Aligned);
        ScoredCandidate[] scored = [.. candidates.Select((candidate, i) => Join(candidate, read[i], known.GetValueOrDefault(candidate)))
            .OrderByDescending(one => one.Probability).ThenBy(one => one.Aligned.Rank).ThenBy(one => one.Candidate.Range.Start)];
        var answer = LogOdds(scored[0].Probability) + (WordsWorth * LogOdds(byWords.Probability));
        return new ScoredAnswer(scored, Probability(answer));
    }

    private static ScoredCandidate Join(AlignedCandidate candidate, float read, ScoredCandidate? byWords)
    {
        var probability = Probability(LogOdds(read) + (WordsWorth * LogOdds(byWords?.Probability ?? RuledOut)));
        return byWords is not null ? byWords with { Probability = probability } : new ScoredCandidate(candidate, EvidenceFinder.Find(candidate), [], probability);
    }

    private static double LogOdds(double probability)
    {
        const double Least = 1e-4;
        var bounded = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(bounded / (1 - bounded));
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
