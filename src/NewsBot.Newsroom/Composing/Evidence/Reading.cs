using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>A candidate read against a question: which word matches which term.</summary>
internal sealed class Reading
{
    private readonly bool[] asked;
    private readonly QuestionInPool pool;
    private IReadOnlyList<NameSpan>? names;

    public Reading(QuestionInPool pool, Candidate candidate, int rank)
    {
        this.pool = pool;
        Candidate = candidate;
        Rank = rank;
        var matches = new TermMatch[pool.Question.Terms.Count];
        asked = new bool[candidate.Words.Words.Count];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = pool.Matchers[i].Best(candidate.Words);
            for (var at = 0; at < matches[i].Length; at++) asked[matches[i].Position + at] = true;
        }

        Matches = matches;
    }

    public Question Question => pool.Question;

    public Candidate Candidate { get; }

    /// <summary>Place of the passage among the retrieved ones, from 0.</summary>
    public int Rank { get; }

    public IReadOnlyList<AnnotatedWord> Words => Candidate.Words.Words;

    /// <summary>The best match of each of the question's terms, in order.</summary>
    public IReadOnlyList<TermMatch> Matches { get; }

    /// <summary>Proper names of the candidate.</summary>
    public IReadOnlyList<NameSpan> Names => names ??= NameFinder.Find(Candidate.Words, pool.SmallLetterWords);

    /// <summary>The word at this position repeats the question.</summary>
    public bool IsAsked(int position) => asked[position];

    public TermMatch MatchOf(QuestionTerm term) => Matches[term.Number];

    /// <summary>The match of a term at one position.</summary>
    public TermMatch MatchAt(QuestionTerm term, int position) => pool.Matchers[term.Number].At(Candidate.Words, position);

    /// <summary>How much of the question hangs on a term, given how rare it is among the retrieved passages.</summary>
    public double WeightOf(QuestionTerm term) => pool.Weights[term.Number];
}
