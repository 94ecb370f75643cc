using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents a post of an alert as it is written. Not thread-safe.</summary>
/// <param name="links">Makes the links.</param>
internal sealed class AlertDraft(ArticleLinks links)
{
    private readonly CitationNumbers numbers = new(links);
    private IReadOnlyList<Citation>? answered;

    /// <summary>Gets the stories.</summary>
    public List<AlertStory> Stories { get; } = [];

    /// <summary>Gets the articles that are only listed.</summary>
    public List<AlertArticle> Others { get; } = [];

    /// <summary>Gets what has become of articles told before.</summary>
    public List<DigestCorrection> Corrected { get; } = [];

    /// <summary>Gets the citations.</summary>
    public IReadOnlyList<Citation> Citations => answered ?? numbers.All;

    /// <summary>Gets the sources of the matches that the post tells.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Gets the sources that the post says were withdrawn.</summary>
    public List<string> Withdrawn { get; } = [];

    /// <summary>Gets the matches that the desk may not see any more, or that do not answer after all.</summary>
    public List<AlertMatch> Gone { get; } = [];

    /// <summary>Adds what has become of an article; null: nothing that the desk may see.</summary>
    public void Add(AlertMatch match, DigestCorrection? correction)
    {
        if (correction is null)
        {
            Gone.Add(match);
            return;
        }

        Corrected.Add(correction);
        (correction.IsWithdrawn ? Withdrawn : Told).Add(match.Source);
    }

    /// <summary>Adds a story's articles with the sentences that match.</summary>
    public void Add(bool isKnown, IReadOnlyList<(AlertMatch Match, NewArticle Article)> articles, AlertQuery? query)
    {
        if (articles.Count == 0)
            return;
        Stories.Add(
            new AlertStory(
                isKnown,
                [
                    .. articles.Select(one =>
                        Of(one.Article.Article, [.. Cite(query is { Words.Count: > 0 } ? one.Article.SentenceOf(query) : one.Article.Lead)])
                    ),
                ]
            )
        );
        Told.AddRange(articles.Select(one => one.Match.Source));
    }

    /// <summary>Adds articles without sentences, as far as there is room; they count as told all the same.</summary>
    public void AddOthers(IReadOnlyList<(AlertMatch Match, NewArticle Article)> articles, int most)
    {
        foreach (var (match, article) in articles.Take(most - Others.Count))
        {
            Others.Add(Of(article.Article, []));
            Told.Add(match.Source);
        }
    }

    /// <summary>Adds an answer from articles; a decline or null: they do not answer after all.</summary>
    public void Add(IReadOnlyList<(AlertMatch Match, NewArticle Article)> articles, Answer? answer)
    {
        if (answer is not { Outcome: Outcome.Answered })
        {
            Gone.AddRange(articles.Select(one => one.Match));
            return;
        }

        answered = answer.Citations;
        var byFirst = answer.Statements.ToLookup(statement =>
            answer.Citations.First(citation => citation.Number == statement.Citations[0]).Source
        );
        foreach (var (match, article) in articles)
        {
            Told.Add(match.Source);
            if (byFirst.Contains(match.Source))
                Stories.Add(new AlertStory(false, [Of(article.Article, [.. byFirst[match.Source]])]));
        }
    }

    private AlertArticle Of(Article article, IReadOnlyList<Statement> statements) =>
        new(
            article.Source,
            Headlines.Of(article),
            OutletName.Known(article),
            article.Published,
            statements is [{ Citations: [var number, ..] }, ..] ? Citations[number - 1].Link : links.To(article.Source),
            statements
        );

    private IEnumerable<Statement> Cite(Candidate? sentence) =>
        sentence is not null && numbers.Cite(sentence) is { } statement ? [statement] : [];
}
