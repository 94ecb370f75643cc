namespace NewsBot.Benchmarks.Search;

/// <summary>Shares of questions with a hit among the first 1, 4 and 10, and the mean reciprocal rank within 10.</summary>
internal sealed record HitRates(double At1, double At4, double At10, double Mrr)
{
    /// <summary>The rates of some ranks, where 0 stands for none.</summary>
    public static HitRates Of(IReadOnlyList<int> ranks) =>
        new(Share(ranks, 1), Share(ranks, 4), Share(ranks, 10), ranks.Average(rank => rank is > 0 and <= 10 ? 1.0 / rank : 0));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{At1:F3} / {At4:F3} / {At10:F3} / {Mrr:F3}");

    private static double Share(IReadOnlyList<int> ranks, int within) =>
        ranks.Count(rank => rank > 0 && rank <= within) / (double)ranks.Count;
}
