using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Digests;

/// <summary>Numbers citations in order of first use. Text that is not verbatim in its article gets no number.</summary>
internal sealed class CitationNumbers(ArticleLinks links)
{
    private readonly CitationList citations = new(links);

    /// <summary>Gets all citations so far.</summary>
    public IReadOnlyList<Citation> All => citations.All;

    /// <summary>Returns the sentence as a statement; null when it is not verbatim in its passage.</summary>
    public Statement? Cite(Candidate sentence) =>
        new GroundedQuote(sentence.Article.Article, sentence.Passage.Range, sentence.Range).Says(sentence.Words.Text)
            ? new Statement(sentence.Words.Text, [citations.NumberOf(sentence.Article.Article, sentence.Range)])
            : null;
}
