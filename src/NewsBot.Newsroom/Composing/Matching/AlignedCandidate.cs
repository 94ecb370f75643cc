using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Represents a candidate matched with a question: which word matches which term.</summary>
internal sealed class AlignedCandidate
{
    private readonly bool[] asked;
    private IReadOnlyList<NameSpan>? names;

    public AlignedCandidate(QuestionInPool pool, Candidate candidate, PassageInPool passage)
    {
        Pool = pool;
        Candidate = candidate;
        Passage = passage;
        var matches = pool.Matchers.Best(candidate.Words);
        Matches = matches;
        asked = new bool[candidate.Words.Words.Count];
        foreach (var match in matches)
        {
            for (var at = 0; at < match.Length; at++)
                asked[match.Position + at] = true;
        }
    }

    public QuestionInPool Pool { get; }

    public Question Question => Pool.Question;

    public Candidate Candidate { get; }

    public PassageInPool Passage { get; }

    /// <summary>Gets the rank of the passage among those retrieved, from 0.</summary>
    public int Rank => Passage.Rank;

    public IReadOnlyList<AnnotatedWord> Words => Candidate.Words.Words;

    /// <summary>Gets the best match of each of the question's terms, in order.</summary>
    public IReadOnlyList<TermMatch> Matches { get; }

    /// <summary>Gets the proper names in the candidate.</summary>
    public IReadOnlyList<NameSpan> Names => names ??= NameFinder.Find(Candidate.Words, Pool.SmallLetterWords);

    /// <summary>Determines whether the word at this position repeats the question.</summary>
    public bool IsAsked(int position) => asked[position];

    public TermMatch MatchOf(QuestionTerm term) => Matches[term.Number];

    /// <summary>Returns the match of a term at one position.</summary>
    public TermMatch MatchAt(QuestionTerm term, int position) => Pool.Matchers.At(term, Candidate.Words, position);

    /// <summary>Returns the weight of a term in the question, given how rare it is among the retrieved passages.</summary>
    public double WeightOf(QuestionTerm term) => Pool.Weights[term.Number];

    /// <summary>Returns how much of the pool contains a name or a number; see <see cref="QuestionInPool.SupportOf"/>.</summary>
    public double SupportOf(string stem) => Pool.SupportOf(stem);
}
