using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Digests;

/// <summary>Numbers citations in order of first use. What does not stand word for word in its article gets none.</summary>
internal sealed class CitationNumbers(ArticleLinks links)
{
    private readonly List<Citation> citations = [];

    /// <summary>All citations so far.</summary>
    public IReadOnlyList<Citation> All => citations;

    /// <summary>Returns the sentence as a statement; null when it does not stand word for word in its passage.</summary>
    public Statement? Cite(Candidate sentence) => new GroundedQuote(sentence.Article.Article, sentence.Passage.Range, sentence.Range).Says(sentence.Words.Text)
        ? new Statement(sentence.Words.Text, [NumberOf(sentence)])
        : null;

    private int NumberOf(Candidate sentence)
    {
        var article = sentence.Article.Article;
        var known = citations.Find(citation => citation.Source == article.Source && citation.Range == sentence.Range);
        if (known is not null) return known.Number;
        citations.Add(new Citation
        {
            Number = citations.Count + 1,
            Source = article.Source,
            Headline = article.Headline,
            Published = article.PublishedOn,
            Quote = sentence.Range.In(article.Text),
            Range = sentence.Range,
            Link = links.To(article.Source, sentence.Range),
        });
        return citations.Count;
    }
}
