namespace NewsBot.Search.Index.Ranking;

/// <summary>What else than its terms' scores speaks for a passage. Each is a number of about 0 to 1; <see cref="RankingWeights"/> says what it is worth.</summary>
/// <remarks>Shares are by the weights of the query's terms, so that a rare term counts more than a common one.</remarks>
internal enum Sign
{
    /// <summary>Share of the terms whose neighbour of the query is their neighbour in the passage or the headline: ordered pairs of a Markov random field.</summary>
    Pairs,

    /// <summary>1 for an article's first passage, falling with the passage's number: newspapers put the news first.</summary>
    Lead,

    /// <summary>Share of the query's terms that the whole article has.</summary>
    ArticleCoverage,

    /// <summary>BM25 of the whole article.</summary>
    ArticleScore,

    /// <summary>Share of the query's terms that the headline has.</summary>
    HeadlineCoverage,

    /// <summary>Terms that the first passages have in common (relevance model 3), for questions.</summary>
    Feedback,

    /// <summary>As <see cref="Feedback"/>, for queries without a question mark: what they are about is said in many ways, where an answer is said in one.</summary>
    TopicFeedback,

    /// <summary>Published in the days before the query's date. See <see cref="Age"/>.</summary>
    Fresh,

    /// <summary>Published in the years before the query's date. See <see cref="Age"/>.</summary>
    Background,
}
