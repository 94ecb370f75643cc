using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Reading;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>
/// Compares sentences of different articles, in both directions, with the reading model: whether one may be cited for the other, and
/// whether they contradict each other. Use one instance per answer or digest; not thread-safe.
/// </summary>
internal sealed class ReportComparer(IReadingModel model, CancellationToken cancellationToken)
{
    /// <summary>
    /// Specifies the lowest product of four probabilities at which two sentences say the same; docs/research/reading.md describes the
    /// trade-off.
    /// </summary>
    public const double Same = 0.2;

    /// <summary>Specifies the lowest probability, as the mean of both directions, at which two sentences contradict each other.</summary>
    public const double Contradicting = 0.5;

    /// <summary>Specifies the lowest probability at which one sentence says all that another does.</summary>
    public const double Told = 0.5;

    private readonly Dictionary<(Candidate, Candidate), Relation> relations = [];

    /// <summary>Returns the candidates that say the same as the statement, in the order given.</summary>
    public IReadOnlyList<Candidate> SayingTheSame(Candidate statement, IReadOnlyList<Candidate> others)
    {
        Candidate[] possible = [.. others.Where(other => AreNear(statement, other) && HoldsNumbers(statement, other))];
        Read([.. possible.Select(other => (statement, other))]);
        return [.. possible.Where(other => relations[(statement, other)].Same >= Same)];
    }

    /// <summary>Determines whether the candidate adds nothing for a reader of the known sentence.</summary>
    public bool IsToldBy(Candidate candidate, Candidate known)
    {
        Read([(candidate, known)]);
        return relations[(candidate, known)].IsTold >= Told;
    }

    /// <summary>
    /// Returns the candidates that contradict the statement both by their words and by the reading model, in the order given.
    /// </summary>
    public IReadOnlyList<Candidate> ContradictionsOf(Candidate statement, IReadOnlyList<Candidate> others)
    {
        Candidate[] possible = [.. others.Where(other => AreNear(statement, other) && Contradictions.Disagree(statement, other))];
        Read([.. possible.Select(other => (statement, other))]);
        return [.. possible.Where(other => relations[(statement, other)].IsContradiction)];
    }

    /// <summary>Determines whether two sentences contradict each other by the reading model.</summary>
    public bool Contradict(Candidate one, Candidate other)
    {
        if (!AreNear(one, other))
            return false;
        Read([(one, other)]);
        return relations[(one, other)].IsContradiction;
    }

    private void Read((Candidate One, Candidate Other)[] pairs)
    {
        var unread = pairs.Where(pair => !relations.ContainsKey(pair)).Distinct().ToArray();
        if (unread.Length == 0)
            return;
        (TextInContext, TextInContext)[] forth =
        [
            .. unread.Select(pair => (CandidateReadings.TextOf(pair.One), CandidateReadings.TextOf(pair.Other))),
        ];
        (TextInContext, TextInContext)[] back = [.. forth.Select(pair => (pair.Item2, pair.Item1))];
        var compared = model.Compare([.. forth, .. back], cancellationToken);
        var entailments = model.Entail(
            [.. forth.Concat(back).Select(pair => new Statement(pair.Item1.Text, new TextInContext { Text = pair.Item2.Text }))],
            cancellationToken
        );
        for (var i = 0; i < unread.Length; i++)
        {
            var (one, other) = (compared[i], compared[i + unread.Length]);
            var (there, here) = (entailments[i], entailments[i + unread.Length]);
            var relation = new Relation(
                (double)one.Same * other.Same * there.Supported * here.Supported,
                (Math.Max(one.Contradiction, there.Contradicted) + Math.Max(other.Contradiction, here.Contradicted)) / 2,
                Math.Max(one.Update, other.Update)
            );
            relations[unread[i]] = relation with { IsTold = Math.Max(one.Same, there.Supported) };
            relations[(unread[i].Other, unread[i].One)] = relation with { IsTold = Math.Max(other.Same, here.Supported) };
        }
    }

    private static bool AreNear(Candidate one, Candidate other) => StateOfThings.IsShared(one.Article.Article, other.Article.Article);

    /// <summary>
    /// Determines whether the other sentence contains every number of the statement except years: without it, it cannot say the same.
    /// </summary>
    private static bool HoldsNumbers(Candidate statement, Candidate other) =>
        statement
            .Words.Words.Where(word => word.Number is not null && word.Folded is not "one" && !TimeWords.IsYear(word))
            .All(word => other.Words.Words.Any(found => found.Number == word.Number));

    private readonly record struct Relation(double Same, double Contradiction, double Update)
    {
        /// <summary>
        /// Gets a value indicating whether the sentences contradict each other. A later count does not contradict an earlier one.
        /// </summary>
        public bool IsContradiction => Contradiction >= Contradicting && Contradiction > Update;

        /// <summary>Gets the probability that the second sentence says all that the first does.</summary>
        public double IsTold { get; init; }
    }
}
