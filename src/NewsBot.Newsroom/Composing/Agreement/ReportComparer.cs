using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Reading;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>
/// Compares sentences of different articles by what the model reads in them, both ways round: whether one may be cited for the other, and whether they
/// contradict each other. For one answer or digest; not thread-safe.
/// </summary>
internal sealed class ReportComparer(IReadingModel model, CancellationToken cancellationToken)
{
    /// <summary>The least product of four probabilities at which two sentences say the same; docs/reading.md has what it trades.</summary>
    public const double Same = 0.2;

    /// <summary>The least probability, the mean of both ways round, at which two sentences contradict each other.</summary>
    public const double Contradicting = 0.5;

    /// <summary>The least probability at which one sentence says all that another does.</summary>
    public const double Told = 0.5;

    private readonly Dictionary<(Candidate, Candidate), Relation> relations = [];

    /// <summary>Returns those of the others that say the same as the statement, in their order.</summary>
    public IReadOnlyList<Candidate> SayingTheSame(Candidate statement, IReadOnlyList<Candidate> others)
    {
        Candidate[] possible = [.. others.Where(other => AreNear(statement, other) && HoldsNumbers(statement, other))];
        Read([.. possible.Select(other => (statement, other))]);
        return [.. possible.Where(other => relations[(statement, other)].Same >= Same)];
    }

    /// <summary>Returns whether a reader of the known sentence learns nothing from the candidate.</summary>
    public bool IsToldBy(Candidate candidate, Candidate known)
    {
        Read([(candidate, known)]);
        return relations[(candidate, known)].IsTold >= Told;
    }

    /// <summary>Returns those of the others that contradict the statement by their words as well as by their meaning, in their order.</summary>
    public IReadOnlyList<Candidate> ContradictionsOf(Candidate statement, IReadOnlyList<Candidate> others)
    {
        Candidate[] possible = [.. others.Where(other => AreNear(statement, other) && Contradictions.Disagree(statement, other))];
        Read([.. possible.Select(other => (statement, other))]);
        return [.. possible.Where(other => relations[(statement, other)].IsContradiction)];
    }

    /// <summary>Returns whether two sentences contradict each other by what the model reads.</summary>
    public bool Contradict(Candidate one, Candidate other)
    {
        if (!AreNear(one, other)) return false;
        Read([(one, other)]);
        return relations[(one, other)].IsContradiction;
    }

    private void Read((Candidate One, Candidate Other)[] pairs)
    {
        var unread = pairs.Where(pair => !relations.ContainsKey(pair)).Distinct().ToArray();
        if (unread.Length == 0) return;
        (TextInContext, TextInContext)[] forth = [.. unread.Select(pair => (CandidateReadings.TextOf(pair.One), CandidateReadings.TextOf(pair.Other)))];
        (TextInContext, TextInContext)[] back = [.. forth.Select(pair => (pair.Item2, pair.Item1))];
        var compared = model.Compare([.. forth, .. back], cancellationToken);
        var entailments = model.Entail([.. forth.Concat(back).Select(pair => new Statement(pair.Item1.Text, new TextInContext { Text = pair.Item2.Text }))], cancellationToken);
        for (var i = 0; i < unread.Length; i++)
        {
            var (one, other) = (compared[i], compared[i + unread.Length]);
            var (there, here) = (entailments[i], entailments[i + unread.Length]);
            var relation = new Relation(
                (double)one.Same * other.Same * there.Supported * here.Supported,
                (Math.Max(one.Contradiction, there.Contradicted) + Math.Max(other.Contradiction, here.Contradicted)) / 2,
                Math.Max(one.Update, other.Update));
            relations[unread[i]] = relation with { IsTold = Math.Max(one.Same, there.Supported) };
            relations[(unread[i].Other, unread[i].One)] = relation with { IsTold = Math.Max(other.Same, here.Supported) };
        }
    }

    private static bool AreNear(Candidate one, Candidate other) =>
        StateOfThings.IsShared(one.Article.Article, other.Article.Article);

    /// <summary>A number that the other sentence lacks is never told by it.</summary>
    private static bool HoldsNumbers(Candidate statement, Candidate other) => statement.Words.Words
        .Where(word => word.Number is not null && word.Folded is not "one" && !TimeWords.IsYear(word))
        .All(word => other.Words.Words.Any(found => found.Number == word.Number));

    private readonly record struct Relation(double Same, double Contradiction, double Update)
    {
        /// <summary>A later count is no contradiction of an earlier one.</summary>
        public bool IsContradiction => Contradiction >= Contradicting && Contradiction > Update;

        /// <summary>The probability that the second says all that the first does.</summary>
        public double IsTold { get; init; }
    }
}
