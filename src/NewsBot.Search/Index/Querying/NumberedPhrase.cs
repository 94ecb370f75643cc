using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Represents a phrase in the term numbers of one segment. Immutable.</summary>
internal readonly struct NumberedPhrase
{
    private readonly int[] terms;
    private readonly IReadOnlyList<bool> gaps;

    private NumberedPhrase(PhraseClause clause, Segment segment)
    {
        terms = [.. clause.Terms.Select(term => segment.Dictionary.Find(term))];
        gaps = clause.Gaps;
    }

    /// <summary>Returns phrases in the numbers of a segment.</summary>
    public static NumberedPhrase[] Of(IReadOnlyList<PhraseClause> clauses, Segment segment) =>
        clauses.Count == 0 ? [] : [.. clauses.Select(clause => new NumberedPhrase(clause, segment))];

    /// <summary>Determines whether the terms are consecutive in a text, with stop words between them where the phrase has some.</summary>
    public bool IsIn(TokenStream tokens)
    {
        while (tokens.MoveNext())
        {
            if (tokens.Term == terms[0] && Continues(tokens))
                return true;
        }

        return false;
    }

    // The stream is a copy: the caller continues where it was.
    private bool Continues(TokenStream tokens)
    {
        for (var i = 1; i < terms.Length; i++)
        {
            if (!tokens.MoveNext() || tokens.Term != terms[i] || tokens.IsAfterGap != gaps[i])
                return false;
        }

        return true;
    }
}
