using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Questions;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Reading;

/// <summary>
/// Chooses the sentences that answer a question with the reading model; none if the passages do not answer it. Their words decide which
/// sentences are read. Use one instance per question; not thread-safe.
/// </summary>
/// <param name="words">Scores sentences by their words.</param>
/// <param name="model">Reads the sentences.</param>
/// <param name="threshold">The lowest probability, 0 to 1, at which an answer is printed.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class ReadingComposer(StatementComposer words, IReadingModel model, double threshold, CancellationToken cancellationToken)
{
    /// <summary>
    /// Specifies the probability, 0 to 1, from which an answer is printed, unless the settings say otherwise; docs/research/reading.md
    /// describes the trade-off.
    /// </summary>
    public const double DefaultThreshold = 0.25;

    /// <summary>
    /// Lowest probability that a further statement answers by itself, and the share of the first one's probability that it must reach.
    /// </summary>
    private const double FurtherLeast = 0.3;

    private const double FurtherShare = 0.7;

    /// <summary>Share of the first statement's probability that a contradicting statement must reach to be shown.</summary>
    private const double ContraryNearEnough = 0.2;

    /// <summary>Number of best candidates among which contradicting statements are looked for.</summary>
    private const int ContraryAmong = 12;

    /// <summary>Maximum number of denials compared with the first statement.</summary>
    private const int DenialsRead = 6;

    /// <summary>Number of best candidates among which agreeing sources are looked for.</summary>
    private const int AgreeingAmong = 12;

    private const int MaxAgreeing = 4;

    private readonly ReportComparer reports = new(model, cancellationToken);

    /// <summary>Returns the statements to print; none if the passages do not answer the question.</summary>
    public IReadOnlyList<DraftStatement> Compose(Question question, IReadOnlyList<RetrievedPassage> passages, DateOnly? asOf) =>
        Choose(Score(question, passages, asOf));

    /// <summary>Returns the candidates, the most probable first, and the probability that they answer.</summary>
    public ScoredAnswer Score(Question question, IReadOnlyList<RetrievedPassage> passages, DateOnly? asOf)
    {
        if (question.Terms.Count == 0 || passages.Count == 0)
            return new ScoredAnswer([], 0);
        var pool = new QuestionInPool(question, passages, CandidateReader.Read(passages), asOf);
        return ReadingScorer.Score(pool, words.Score(pool), model, cancellationToken);
    }

    private IReadOnlyList<DraftStatement> Choose(ScoredAnswer answer)
    {
        if (answer.Candidates.Count == 0 || answer.Probability < threshold)
            return [];
        var first = answer.Candidates[0];
        var chosen = new List<Candidate> { Printed(first) };
        var contrary = ContraryTo(first, answer).Take(1).Select(Printed).FirstOrDefault(other => !other.Overlaps(chosen[0]));
        if (contrary is not null)
            chosen.Add(contrary);
        foreach (var candidate in answer.Candidates.Skip(1))
        {
            if (
                chosen.Count == StatementComposer.MaxStatements
                || candidate.Probability < Math.Max(FurtherLeast, first.Probability * FurtherShare)
            )
                break;
            // A statement on a different state of affairs would have to be shown with its day.
            if (
                StateOfThings.IsShared(first.Candidate.Article.Article, candidate.Candidate.Article.Article)
                && chosen.All(known => AddsTo(candidate.Candidate, known))
            )
                chosen.Add(Printed(candidate));
        }

        var others = answer
            .Candidates.Take(AgreeingAmong)
            .Select(one => one.Candidate)
            .Where(one => !chosen.Any(known => known.Overlaps(one)))
            .ToArray();
        return
        [
            .. chosen.Select(statement => new DraftStatement(statement, AgreeingWith(statement, others))
            {
                Contradicting = ContradictingOf(statement),
            }),
        ];

        Candidate[] ContradictingOf(Candidate statement) =>
            contrary is null ? []
            : statement == contrary ? [chosen[0]]
            : statement == chosen[0] ? [contrary]
            : [];
    }

    /// <summary>
    /// Returns the contradicting statements that also answer, and then, for questions of who did something or whether it happened, denials,
    /// which need not answer by themselves.
    /// </summary>
    private IEnumerable<Candidate> ContraryTo(ScoredCandidate first, ScoredAnswer answer) =>
        reports
            .ContradictionsOf(
                first.Candidate,
                [
                    .. answer
                        .Candidates.Take(ContraryAmong)
                        .Where(one => one.Probability >= first.Probability * ContraryNearEnough)
                        .Select(one => one.Candidate),
                ]
            )
            .Concat(
                answer
                    .Candidates.Select(one => one.Candidate)
                    .Where(one =>
                        first.Aligned.Question.Kind is QuestionKind.YesNo or QuestionKind.Person
                        && one != first.Candidate
                        && StanceReader.Denies(one.Words)
                    )
                    .Take(DenialsRead)
                    .Where(denial => reports.Contradict(first.Candidate, denial))
            );

    private static Candidate Printed(ScoredCandidate candidate) => Printed(candidate.Candidate);

    private static Candidate Printed(Candidate candidate) => candidate.Resolved ?? candidate;

    private bool AddsTo(Candidate candidate, Candidate known) => !Printed(candidate).Overlaps(known) && !reports.IsToldBy(candidate, known);

    private Candidate[] AgreeingWith(Candidate statement, IReadOnlyList<Candidate> others) =>
        [
            .. reports
                .SayingTheSame(statement, [.. others.Where(other => other.Source != statement.Source)])
                .DistinctBy(other => other.Source)
                .Take(MaxAgreeing),
        ];
}
