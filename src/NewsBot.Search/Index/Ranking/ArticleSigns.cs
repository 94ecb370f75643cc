namespace NewsBot.Search.Index.Ranking;

/// <summary>What a whole article says about a query, as shares of the sum of its terms' weights.</summary>
/// <param name="Coverage">Terms in the article.</param>
/// <param name="Score">BM25 of the article.</param>
/// <param name="HeadlineCoverage">Terms in the headline.</param>
/// <param name="HeadlineProximity">Neighbours in the headline.</param>
/// <param name="Recency">Worth of the day of publication.</param>
internal readonly record struct ArticleSigns(double Coverage, double Score, double HeadlineCoverage, double HeadlineProximity, double Recency);
