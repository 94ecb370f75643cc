using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Composing.Gates;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>Chooses the sentences, verbatim, that answer a question; none if the passages do not answer it. Thread-safe.</summary>
internal sealed class StatementComposer(AnswerModel model)
{
    /// <summary>Specifies the maximum number of statements in an answer.</summary>
    public const int MaxStatements = 3;

    /// <summary>Specifies the probability, 0 to 1, from which an answer is printed, unless the settings say otherwise.</summary>
    public const double DefaultThreshold = 0.41;

    /// <summary>Specifies the share of the first statement's probability that a further statement must reach.</summary>
    public const double NearBest = 0.3;

    /// <summary>Share of the first statement's probability that a contradicting statement must reach to be shown.</summary>
    private const double NearEnough = 0.2;

    /// <summary>Number of best candidates among which a contradicting statement is looked for.</summary>
    private const int ContraryAmong = 12;

    /// <summary>Factor on the probability of a sentence published before the days that the question names.</summary>
    private const double BeforeItsTime = 0.3;

    private const int MaxAgreeing = 4;

    /// <summary>Share of a statement's probability by which each agreeing source raises its rank in the answer.</summary>
    private const double AgreementWorth = 0.2;

    /// <summary>Gets the lowest probability, 0 to 1, at which an answer is printed.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    public IReadOnlyList<DraftStatement> Compose(Question question, IReadOnlyList<RetrievedPassage> passages, DateOnly? asOf) =>
        Choose(Score(question, passages, asOf));

    /// <summary>Returns the statements to print; none if the probability of the answer is below the threshold.</summary>
    public IReadOnlyList<DraftStatement> Choose(ScoredAnswer answer)
    {
        if (answer.Probability < Threshold)
            return [];
        var chosen = new List<ScoredCandidate>();
        foreach (var candidate in answer.Candidates)
        {
            if (chosen.Count == MaxStatements)
                break;
            if (chosen.Count > 0 && candidate.Probability < chosen[0].Probability * NearBest)
                break;
            if (chosen.All(other => AddsTo(candidate, other)))
                chosen.Add(candidate);
        }

        var contrary = answer
            .Candidates.Take(ContraryAmong)
            .FirstOrDefault(one =>
                one.Probability >= chosen[0].Probability * NearEnough
                && chosen.All(other => !Printed(one).Overlaps(Printed(other)))
                && chosen.Any(other => Contradictions.Disagree(Printed(one), Printed(other)))
            );
        if (contrary is not null && !HasDisagreement(chosen))
            chosen = [.. chosen.Take(MaxStatements - 1), contrary];
        var drafts = chosen.Select(statement => (Statement: statement, Agreeing: AgreeingWith(statement, chosen, answer.Candidates)));
        return
        [
            .. drafts
                .OrderByDescending(draft => draft.Statement.Probability * (1 + (AgreementWorth * draft.Agreeing.Count)))
                .Select(draft => new DraftStatement(Printed(draft.Statement), draft.Agreeing)
                {
                    Contradicting =
                    [
                        .. chosen
                            .Where(other => other != draft.Statement)
                            .Select(Printed)
                            .Where(other => Contradictions.Disagree(Printed(draft.Statement), other)),
                    ],
                }),
        ];
    }

    /// <summary>
    /// Returns the candidates, the most probable first, and the probability that they answer; the order of ties is fixed.
    /// </summary>
    public ScoredAnswer Score(Question question, IReadOnlyList<RetrievedPassage> passages, DateOnly? asOf)
    {
        if (question.Terms.Count == 0 || passages.Count == 0)
            return new ScoredAnswer([], 0);
        return Score(new QuestionInPool(question, passages, CandidateReader.Read(passages), asOf));
    }

    /// <summary>Does the same for a question that is already matched with its passages.</summary>
    public ScoredAnswer Score(QuestionInPool pool)
    {
        var scored = CandidateFilter
            .Keep(pool)
            .Select(Score)
            .OfType<ScoredCandidate>()
            .OrderByDescending(one => one.Probability)
            .ThenBy(one => one.Aligned.Rank)
            .ThenBy(one => one.Candidate.Range.Start)
            .ThenBy(one => one.Candidate.SentenceCount)
            .ToArray();
        if (scored.Length == 0)
            return new ScoredAnswer([], 0);
        var features = AnswerFeatureList.Of(
            [.. scored.Take(3).Select(one => one.Probability)],
            scored[0].Features,
            DoubtFeatures.Of(scored[0].Aligned)
        );
        return new ScoredAnswer(scored, model.Answers.Probability(features));
    }

    private ScoredCandidate? Score(AlignedCandidate aligned)
    {
        var evidence = EvidenceFinder.Find(aligned);
        if (AnswerGate.Bars(aligned, evidence))
            return null;
        var features = StatementFeatures.Of(aligned, evidence);
        var probability = model.Statements.Probability(features) * (IsBeforeItsTime(aligned) ? BeforeItsTime : 1);
        return new(aligned, evidence, features, probability);
    }

    /// <summary>
    /// Determines whether the article was published before the days that the question names: Monday's article cannot say what happened on
    /// Wednesday.
    /// </summary>
    private static bool IsBeforeItsTime(AlignedCandidate aligned) =>
        aligned.Question.Times is [var first, ..] && aligned.Candidate.Article.Article.PublishedOn is { } day && day < first.From;

    private static bool HasDisagreement(List<ScoredCandidate> chosen) =>
        chosen.Any(one => chosen.Any(other => one != other && Contradictions.Disagree(Printed(one), Printed(other))));

    private static Candidate Printed(ScoredCandidate candidate) => candidate.Candidate.Resolved ?? candidate.Candidate;

    private static bool AddsTo(ScoredCandidate candidate, ScoredCandidate chosen) =>
        !Printed(candidate).Overlaps(Printed(chosen))
        && !AgreementFinder.AreAlike(candidate, chosen)
        && !AgreementFinder.GivesSameAnswer(candidate, chosen)
        && !AgreementFinder.Supports(candidate, chosen);

    private static List<Candidate> AgreeingWith(
        ScoredCandidate statement,
        List<ScoredCandidate> chosen,
        IReadOnlyList<ScoredCandidate> scored
    )
    {
        var agreeing = new List<Candidate>();
        foreach (var other in scored)
        {
            if (agreeing.Count == MaxAgreeing)
                break;
            if (other.Candidate.SentenceCount > 1)
                continue;
            var isOtherSource =
                other.Candidate.Source != statement.Candidate.Source && agreeing.All(known => known.Source != other.Candidate.Source);
            if (isOtherSource && !chosen.Contains(other) && AgreementFinder.Supports(other, statement))
                agreeing.Add(other.Candidate);
        }

        return agreeing;
    }
}
