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

    /// <summary>Sentences read at a time; after each batch the reading may end.</summary>
    private const int Batch = 8;

    /// <summary>
    /// Score by which the best sentence must exceed what any unread one has before it is read, for the reading to end: the model rarely
    /// adds more to a sentence that stood lower. docs/research/reading.md describes the measurement.
    /// </summary>
    private const double Decided = 2;

    /// <summary>Score that a sentence loses for each one that looks more promising, when the order of reading is set.</summary>
    private const double PlaceCost = 0.05;

    /// <summary>
    /// Returns the sentences, the most probable first, and the probability that the first ones answer. Those that the model did not read
    /// come last, with probability 0.
    /// </summary>
    public static ScoredAnswer Score(QuestionInPool pool, ScoredAnswer byWords, IReadingModel model, CancellationToken cancellationToken)
    {
        var named = new NamedThings(pool);
        var candidates = CandidateFilter.ToRead(pool, CandidateFilter.MaxCandidates, named.MayAnswer);
        if (candidates.Count == 0)
            return new ScoredAnswer([], 0);
        var known = byWords.Candidates.ToDictionary(one => one.Aligned);
        Unread[] inOrder =
        [
            .. candidates
                .Select((candidate, place) => (Unread: new Unread(candidate, UnreadScoreOf(candidate)), Place: place))
                .OrderByDescending(one => one.Unread.Score - (PlaceCost * one.Place))
                .Select(one => one.Unread),
        ];
        var read = Read(inOrder, model, cancellationToken);
        var scored = read.OrderByDescending(one => one.Score)
            .ThenBy(one => one.Candidate.Rank)
            .ThenBy(one => one.Candidate.Candidate.Range.Start)
            .ToArray();
        var answer = scored[0].Score + (WordsWorthOfAnswer * LogOdds.Of(byWords.Probability));
        return new ScoredAnswer(
            [
                .. scored.Select(one => Known(one.Candidate, LogOdds.ToProbability((StatementSlope * one.Score) + StatementBase))),
                .. inOrder.Skip(read.Count).Select(one => Known(one.Candidate, 0)),
            ],
            LogOdds.ToProbability((AnswerSlope * answer) + AnswerBase)
        );

        double UnreadScoreOf(AlignedCandidate candidate) =>
            (WordsWorth * LogOdds.Of(known.GetValueOrDefault(candidate)?.Probability ?? RuledOut))
            - (named.AreHeld(candidate) ? 0 : Unnamed);

        ScoredCandidate Known(AlignedCandidate candidate, double probability) =>
            Join(candidate, probability, known.GetValueOrDefault(candidate));
    }

    /// <summary>Reads sentences in the order given until one is so good that the rest need not be read.</summary>
    private static List<(AlignedCandidate Candidate, double Score)> Read(
        Unread[] inOrder,
        IReadingModel model,
        CancellationToken cancellationToken
    )
    {
        var read = new List<(AlignedCandidate Candidate, double Score)>();
        var toRead = inOrder.Take(CandidateReadings.Most).ToArray();
        foreach (var batch in toRead.Chunk(Batch))
        {
            var probabilities = CandidateReadings.Of([.. batch.Select(one => one.Candidate)], model, cancellationToken);
            read.AddRange(batch.Select((one, at) => (one.Candidate, one.Score + LogOdds.Of(probabilities[at]))));
            var rest = toRead.Skip(read.Count).Select(one => one.Score).DefaultIfEmpty(double.NegativeInfinity).Max();
            if (read.Max(one => one.Score) > rest + Decided)
                break;
        }

        return read;
    }

    private static ScoredCandidate Join(AlignedCandidate candidate, double probability, ScoredCandidate? byWords) =>
        byWords is not null
            ? byWords with
            {
                Probability = probability,
            }
            : new ScoredCandidate(candidate, EvidenceFinder.Find(candidate), [], probability);

    /// <summary>Represents a sentence with its score without the model's.</summary>
    private readonly record struct Unread(AlignedCandidate Candidate, double Score);
}
