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

    private readonly Dictionary<(Candidate, Candidate), Semantics.Agreement> compared = [];
    private readonly Dictionary<(Candidate, Candidate), Entailment> entailed = [];

    /// <summary>Returns the candidates that say the same as the statement, in the order given.</summary>
    public IReadOnlyList<Candidate> SayingTheSame(Candidate statement, IReadOnlyList<Candidate> others)
    {
        // Most pairs fail at the first of the four factors, so each is read only for the pairs that may still reach the product.
        (Candidate Other, double Same)[] possible =
        [
            .. others.Where(other => AreNear(statement, other) && HoldsNumbers(statement, other)).Select(other => (other, 1.0)),
        ];
        Keep(Compare, other => (statement, other), pair => compared[pair].Same);
        Keep(Compare, other => (other, statement), pair => compared[pair].Same);
        Keep(Entail, other => (statement, other), pair => entailed[pair].Supported);
        Keep(Entail, other => (other, statement), pair => entailed[pair].Supported);
        return [.. possible.Select(one => one.Other)];

        void Keep(
            Action<(Candidate, Candidate)[]> read,
            Func<Candidate, (Candidate, Candidate)> pairOf,
            Func<(Candidate, Candidate), float> factor
        )
        {
            read([.. possible.Select(one => pairOf(one.Other))]);
            possible = [.. possible.Select(one => (one.Other, one.Same * factor(pairOf(one.Other)))).Where(one => one.Item2 >= Same)];
        }
    }

    /// <summary>Determines whether the candidate adds nothing for a reader of the known sentence.</summary>
    public bool IsToldBy(Candidate candidate, Candidate known)
    {
        var pair = (candidate, known);
        Compare([pair]);
        if (compared[pair].Same >= Told)
            return true;
        Entail([pair]);
        return entailed[pair].Supported >= Told;
    }

    /// <summary>
    /// Returns the candidates that contradict the statement both by their words and by the reading model, in the order given.
    /// </summary>
    public IReadOnlyList<Candidate> ContradictionsOf(Candidate statement, IReadOnlyList<Candidate> others)
    {
        Candidate[] possible = [.. others.Where(other => AreNear(statement, other) && Contradictions.Disagree(statement, other))];
        ReadBothWays(statement, possible);
        return [.. possible.Where(other => IsContradiction(statement, other))];
    }

    /// <summary>Determines whether two sentences contradict each other by the reading model.</summary>
    public bool Contradict(Candidate one, Candidate other)
    {
        if (!AreNear(one, other))
            return false;
        ReadBothWays(one, [other]);
        return IsContradiction(one, other);
    }

    private void ReadBothWays(Candidate one, IReadOnlyList<Candidate> others)
    {
        (Candidate, Candidate)[] pairs = [.. others.Select(other => (one, other)), .. others.Select(other => (other, one))];
        Compare(pairs);
        Entail(pairs);
    }

    /// <summary>Determines whether two sentences contradict each other; a later count does not contradict an earlier one.</summary>
    private bool IsContradiction(Candidate one, Candidate other)
    {
        var contradiction = (Worst((one, other)) + Worst((other, one))) / 2;
        return contradiction >= Contradicting && contradiction > Math.Max(compared[(one, other)].Update, compared[(other, one)].Update);

        double Worst((Candidate, Candidate) pair) => Math.Max(compared[pair].Contradiction, entailed[pair].Contradicted);
    }

    private void Compare((Candidate, Candidate)[] pairs) =>
        Read(
            compared,
            pairs,
            unread => model.Compare([.. unread.Select(pair => (TextOf(pair.One), TextOf(pair.Other)))], cancellationToken)
        );

    private void Entail((Candidate, Candidate)[] pairs) =>
        Read(
            entailed,
            pairs,
            unread =>
                model.Entail(
                    [.. unread.Select(pair => new Statement(TextOf(pair.One).Text, new TextInContext { Text = TextOf(pair.Other).Text }))],
                    cancellationToken
                )
        );

    private static TextInContext TextOf(Candidate candidate) => CandidateReadings.TextOf(candidate);

    private static void Read<T>(
        Dictionary<(Candidate, Candidate), T> known,
        (Candidate, Candidate)[] pairs,
        Func<(Candidate One, Candidate Other)[], T[]> read
    )
    {
        var unread = pairs.Where(pair => !known.ContainsKey(pair)).Distinct().ToArray();
        if (unread.Length == 0)
            return;
        var found = read(unread);
        for (var i = 0; i < unread.Length; i++)
            known[unread[i]] = found[i];
    }

    private static bool AreNear(Candidate one, Candidate other) => StateOfThings.IsShared(one.Article.Article, other.Article.Article);

    /// <summary>
    /// Determines whether the other sentence contains every number of the statement except years: without it, it cannot say the same.
    /// </summary>
    private static bool HoldsNumbers(Candidate statement, Candidate other) =>
        statement
            .Words.Words.Where(word => word.Number is not null && word.Folded is not "one" && !TimeWords.IsYear(word))
            .All(word => other.Words.Words.Any(found => found.Number == word.Number));
}
