using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Digests;

/// <summary>Numbers citations in order of first use. What does not stand word for word in its article gets none.</summary>
internal sealed class CitationNumbers(ArticleLinks links)
{
    private readonly CitationList citations = new(links);

    /// <summary>All citations so far.</summary>
    public IReadOnlyList<Citation> All => citations.All;

    /// <summary>The sentence as a statement; null when it fails <see cref="VerbatimCheck"/>.</summary>
    public Statement? Cite(Candidate sentence) => VerbatimCheck.Keep([new DraftStatement(sentence, [])]) is [{ Candidate: var kept }]
        ? new Statement(kept.Words.Text, [citations.NumberOf(kept.Article.Article, kept.Range)])
        : null;
}
