namespace NewsBot.Search.Index.Ranking;

/// <summary>What else than its terms' scores speaks for a passage. Each is a number of about 0 to 1; <see cref="RankingWeights"/> says what it is worth.</summary>
/// <remarks>Shares are by the weights of the query's terms, so that a rare term counts more than a common one.</remarks>
internal enum Sign
{
    /// <summary>Share of the query's terms that the passage or its headline has.</summary>
    Coverage,

    /// <summary>Share of the terms that have their neighbour of the query as their neighbour in the passage: ordered pairs of a Markov random field.</summary>
    Pairs,

    /// <summary>Share of the terms that stand within a few words of another term of the query.</summary>
    Nearness,

    /// <summary>The part of the terms' score that names bring.</summary>
    Names,

    /// <summary>The part of the terms' score that the word after "which" or "what" brings: it says what the answer is, and need not stand beside it.</summary>
    AskedKind,

    /// <summary>1 for an article's first passage, falling with the passage's number: newspapers put the news first.</summary>
    Lead,

    /// <summary>Share of the query's terms that the whole article has.</summary>
    ArticleCoverage,

    /// <summary>BM25 of the whole article.</summary>
    ArticleScore,

    /// <summary>Share of the query's terms that the headline has.</summary>
    HeadlineCoverage,

    /// <summary>Pairs of neighbours in the headline.</summary>
    HeadlinePairs,

    /// <summary>Share of the query's terms that the passage and those beside it have.</summary>
    Neighbours,

    /// <summary>The best terms' score among the article's passages.</summary>
    BestOfArticle,

    /// <summary>Terms that the first passages have in common (relevance model 3), for questions.</summary>
    Feedback,

    /// <summary>As <see cref="Feedback"/>, for queries that are no questions: what they are about is said in many ways, where an answer is said in one.</summary>
    TopicFeedback,

    /// <summary>Published in the ten days before the query's date; falls quickly after that.</summary>
    Fresh,

    /// <summary>As <see cref="Fresh"/>, for questions that speak of this week, of Monday, of what is new.</summary>
    FreshAndAskedFor,

    /// <summary>Published in the weeks before the query's date.</summary>
    Recent,

    /// <summary>Published in the years before the query's date.</summary>
    Background,

    /// <summary>Without a date, where the query has one.</summary>
    Undated,

    /// <summary>Figures in the passage, for questions that ask for one.</summary>
    Figures,

    /// <summary>How long the passage is: more words hold more answers.</summary>
    Length,
}
