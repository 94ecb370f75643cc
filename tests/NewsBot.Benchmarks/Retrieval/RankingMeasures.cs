namespace NewsBot.Benchmarks.Retrieval;

/// <summary>
/// Measures of a ranking with binary relevance: Manning, Raghavan, Schütze, "Introduction to Information Retrieval", chapter 8.
/// </summary>
internal static class RankingMeasures
{
    /// <summary>Normalized discounted cumulative gain of the first ten, 0 to 1.</summary>
    public static double Ndcg10(IEnumerable<string> ranking, IReadOnlySet<string> relevant)
    {
        var gain = ranking.Take(10).Index().Sum(hit => relevant.Contains(hit.Item) ? Discount(hit.Index) : 0);
        return gain / Enumerable.Range(0, Math.Min(10, relevant.Count)).Sum(Discount);
    }

    /// <summary>Average precision of the first hundred, 0 to 1.</summary>
    public static double AveragePrecision100(IEnumerable<string> ranking, IReadOnlySet<string> relevant)
    {
        var (found, sum) = (0, 0.0);
        foreach (var (rank, source) in ranking.Take(100).Index())
        {
            if (relevant.Contains(source))
                sum += ++found / (rank + 1.0);
        }

        return sum / relevant.Count;
    }

    private static double Discount(int rank) => 1 / Math.Log2(rank + 2);
}
