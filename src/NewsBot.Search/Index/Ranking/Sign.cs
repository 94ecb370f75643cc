namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Specifies the signals that favour a passage besides its terms' scores. Each is a number of about 0 to 1, weighted by
/// <see cref="RankingWeights"/>.
/// </summary>
/// <remarks>Shares are by the weights of the query's terms, so that a rare term counts more than a common one.</remarks>
internal enum Sign
{
    /// <summary>
    /// The share of the query's terms that the query's next term also follows in the passage or headline: ordered pairs of a Markov
    /// random field.
    /// </summary>
    Pairs,

    /// <summary>1 for an article's first passage, falling with the passage's number: newspapers put the news first.</summary>
    Lead,

    /// <summary>The share of the query's terms that the whole article has.</summary>
    ArticleCoverage,

    /// <summary>The BM25 score of the whole article.</summary>
    ArticleScore,

    /// <summary>The share of the query's terms that the headline has.</summary>
    HeadlineCoverage,

    /// <summary>Terms that the first passages have in common (relevance model 3), for questions.</summary>
    Feedback,

    /// <summary>
    /// As <see cref="Feedback"/>, for queries without a question mark: a topic is described in many ways, an answer in one.
    /// </summary>
    TopicFeedback,

    /// <summary>Published in the days before the query's date. See <see cref="Age"/>.</summary>
    Fresh,

    /// <summary>Published in the years before the query's date. See <see cref="Age"/>.</summary>
    Background,
}
