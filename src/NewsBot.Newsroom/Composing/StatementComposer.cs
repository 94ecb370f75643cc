using NewsBot.Archive;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>Chooses the sentences that answer a question, word for word; none when the passages do not answer it. Thread-safe.</summary>
internal sealed class StatementComposer(StatementScorer scorer)
{
    /// <summary>The most statements of an answer.</summary>
    public const int MaxStatements = 3;

    /// <summary>The least probability at which a sentence is printed as an answer.</summary>
    public const double Threshold = 0.25;

    /// <summary>A further statement must come this near to the first one's probability.</summary>
    private const double NearBest = 0.8;

    /// <summary>A further statement must also be this probable by itself.</summary>
    private const double FurtherThreshold = 0.35;

    private const int MaxAgreeing = 4;

    private readonly CandidateReader reader = new();

    public IReadOnlyList<DraftStatement> Compose(Question question, IReadOnlyList<RetrievedPassage> passages)
    {
        var scored = Score(question, passages);
        var chosen = new List<ScoredCandidate>();
        foreach (var candidate in scored)
        {
            if (chosen.Count == MaxStatements || candidate.Probability < Threshold) break;
            if (chosen.Count > 0 && candidate.Probability < Math.Max(FurtherThreshold, chosen[0].Probability * NearBest)) break;
            if (chosen.All(other => AddsTo(candidate, other))) chosen.Add(candidate);
        }

        return [.. chosen.Select(statement => new DraftStatement(statement.Candidate, AgreeingWith(statement, chosen, scored)))];
    }

    /// <summary>Every candidate, the most probable first; the order of equals is fixed.</summary>
    public IReadOnlyList<ScoredCandidate> Score(Question question, IReadOnlyList<RetrievedPassage> passages)
    {
        if (question.Terms.Count == 0) return [];
        var pool = reader.Read(passages);
        var inPool = new QuestionInPool(question, pool);
        var scored = new List<ScoredCandidate>();
        for (var rank = 0; rank < pool.Count; rank++)
        {
            foreach (var candidate in pool[rank].Candidates) scored.Add(Score(new Reading(inPool, candidate, rank)));
        }

        return [.. scored.OrderByDescending(one => one.Probability).ThenBy(one => one.Reading.Rank).ThenBy(one => one.Candidate.Range.Start).ThenBy(one => one.Candidate.SentenceCount)];
    }

    private ScoredCandidate Score(Reading reading)
    {
        var evidence = EvidenceFinder.Find(reading);
        var probability = AnswerGate.Admits(reading, evidence) ? scorer.Probability(StatementFeatures.Of(reading, evidence)) : 0;
        return new(reading, evidence, probability);
    }

    private static bool AddsTo(ScoredCandidate candidate, ScoredCandidate chosen) =>
        !candidate.Candidate.Overlaps(chosen.Candidate) && !AgreementFinder.AreAlike(candidate, chosen) && !AgreementFinder.GivesSameAnswer(candidate, chosen) && !AgreementFinder.Supports(candidate, chosen);

    private static List<Candidate> AgreeingWith(ScoredCandidate statement, List<ScoredCandidate> chosen, IReadOnlyList<ScoredCandidate> scored)
    {
        var agreeing = new List<Candidate>();
        foreach (var other in scored)
        {
            if (agreeing.Count == MaxAgreeing) break;
            if (other.Probability < Threshold / 2 || other.Candidate.SentenceCount > 1) continue;
            var isOtherSource = other.Candidate.Source != statement.Candidate.Source && agreeing.All(known => known.Source != other.Candidate.Source);
            if (isOtherSource && !chosen.Contains(other) && AgreementFinder.Supports(other, statement)) agreeing.Add(other.Candidate);
        }

        return agreeing;
    }
}
