using NewsBot.Benchmarks.Search;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Weights that put right candidates first: ListNet's loss with the top one (Cao et al., "Learning to rank: from pairwise approach to listwise
/// approach", ICML 2007), an L2 penalty, Adam (Kingma and Ba 2015) over the full batch from fixed weights: deterministic.
/// </summary>
internal static class SoftmaxFit
{
    private const int Iterations = 500;
    private const double Rate = 0.15;
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;

    /// <summary>Fits weights to queries.</summary>
    /// <param name="queries">Those with at least one right candidate are learned from.</param>
    /// <param name="weightOf">What a query counts.</param>
    /// <param name="penalty">Of the squares of the weights.</param>
    public static double[] Fit(IReadOnlyList<RankedQuery> queries, Func<RankedQuery, double> weightOf, double penalty)
    {
        var learned = queries.Where(query => query.IsRight.Contains(true)).ToList();
        var size = learned[0].Features[0].Length;
        var total = learned.Sum(weightOf);
        double[] weights = new double[size], first = new double[size], second = new double[size];
        weights[0] = 5;
        for (var iteration = 1; iteration <= Iterations; iteration++)
        {
            var gradient = new double[size];
            foreach (var query in learned)
                AddGradient(query, weights, weightOf(query) / total, gradient);
            for (var i = 0; i < size; i++)
            {
                var slope = gradient[i] + (2 * penalty * weights[i]);
                first[i] = (FirstDecay * first[i]) + ((1 - FirstDecay) * slope);
                second[i] = (SecondDecay * second[i]) + ((1 - SecondDecay) * slope * slope);
                weights[i] -= Rate * first[i] / (1 - Math.Pow(FirstDecay, iteration)) / (Math.Sqrt(second[i] / (1 - Math.Pow(SecondDecay, iteration))) + 1e-9);
            }
        }

        return weights;
    }

    // Where passages are judged, one right answer at the top is enough; where articles are, each of them counts.
    private static void AddGradient(RankedQuery query, double[] weights, double share, double[] gradient)
    {
        var scores = Array.ConvertAll(query.Features, features => RankedQuery.Dot(weights, features));
        var most = scores.Max();
        var exponents = Array.ConvertAll(scores, score => Math.Exp(score - most));
        var sum = exponents.Sum();
        var rightSum = exponents.Where((_, i) => query.IsRight[i]).Sum();
        var rightCount = query.IsRight.Count(right => right);
        for (var i = 0; i < scores.Length; i++)
        {
            var target = !query.IsRight[i] ? 0 : query.Relevant is null ? exponents[i] / rightSum : 1.0 / rightCount;
            var error = share * ((exponents[i] / sum) - target);
            var features = query.Features[i];
            for (var j = 0; j < gradient.Length; j++)
                gradient[j] += error * features[j];
        }
    }
}
