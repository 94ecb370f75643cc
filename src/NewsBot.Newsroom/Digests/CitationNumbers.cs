using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Digests;

/// <summary>Numbers citations in order of first use. What does not stand word for word in its article gets none.</summary>
internal sealed class CitationNumbers(ArticleLinks links)
{
    private readonly CitationList citations = new(links);

    /// <summary>Gets all citations so far.</summary>
    public IReadOnlyList<Citation> All => citations.All;

    /// <summary>Returns the sentence as a statement; null when it does not stand word for word in its passage.</summary>
    public Statement? Cite(Candidate sentence) => new GroundedQuote(sentence.Article.Article, sentence.Passage.Range, sentence.Range).Says(sentence.Words.Text)
        ? new Statement(sentence.Words.Text, [citations.NumberOf(sentence.Article.Article, sentence.Range)])
        : null;
}
