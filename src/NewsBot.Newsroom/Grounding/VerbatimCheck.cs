using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// The last gate before an answer: a statement must stand, to the letter, in the passage that it cites, and every citation
/// must lie inside the passage that it names.
/// </summary>
internal static class VerbatimCheck
{
    /// <summary>The statements that pass; a citation that fails is dropped, and with the first one the statement.</summary>
    public static IReadOnlyList<DraftStatement> Keep(IReadOnlyList<DraftStatement> statements) =>
        [.. statements.Where(statement => IsVerbatim(statement.Candidate))
            .Select(statement => statement with { Agreeing = [.. statement.Agreeing.Where(IsVerbatim)] })];

    private static bool IsVerbatim(Candidate cited)
    {
        var text = cited.Article.Article.Text;
        var passage = cited.Passage.Range;
        var isInside = passage.Start <= cited.Range.Start && cited.Range.End <= passage.End && passage.End <= text.Length;
        return isInside && cited.Range.Length > 0 && text.AsSpan(cited.Range.Start, cited.Range.Length).SequenceEqual(cited.Words.Text);
    }
}
