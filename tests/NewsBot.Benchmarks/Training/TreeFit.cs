using NewsBot.Newsroom.Composing.Scoring;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Gradient boosting of oblivious trees with logistic loss and Newton steps (Friedman 2001; Chen and Guestrin 2016, equation 6), over
/// features cut into at most 32 bins by quantiles. Deterministic: no sampling, and the first of equal splits wins.
/// </summary>
internal sealed class TreeFit(IReadOnlyList<string> names)
{
    private const int MaxBins = 32;

    public required int Trees { get; init; }

    public required int Depth { get; init; }

    public required double Rate { get; init; }

    /// <summary>L2 penalty on a leaf's value, in units of sample weight times a quarter.</summary>
    public required double Penalty { get; init; }

    /// <param name="rows">Features of each sample.</param>
    /// <param name="targets">0 to 1.</param>
    /// <param name="weights">Above 0.</param>
    public BoostedTrees Fit(IReadOnlyList<double[]> rows, double[] targets, double[] weights)
    {
        var cuts = Enumerable.Range(0, names.Count).Select(feature => CutsOf(rows, feature)).ToArray();
        var bins = new byte[names.Count][];
        Parallel.For(0, names.Count, feature => bins[feature] = [.. rows.Select(row => BinOf(cuts[feature], row[feature]))]);
        var share = Enumerable.Range(0, rows.Count).Sum(i => targets[i] * weights[i]) / weights.Sum();
        var bias = Math.Round(Math.Log(share / (1 - share)), 4);
        var sums = new double[rows.Count];
        Array.Fill(sums, bias);
        var trees = new List<ObliviousTree>();
        var (gradient, curvature) = (new double[rows.Count], new double[rows.Count]);
        var leaves = new int[rows.Count];
        for (var number = 0; number < Trees; number++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var probability = 1 / (1 + Math.Exp(-sums[i]));
                gradient[i] = weights[i] * (targets[i] - probability);
                curvature[i] = weights[i] * Math.Max(1e-6, probability * (1 - probability));
            }

            var tree = Grow(bins, cuts, gradient, curvature, leaves);
            for (var i = 0; i < rows.Count; i++)
                sums[i] += tree.Values[leaves[i]];
            trees.Add(tree);
        }

        return new BoostedTrees(names, bias, trees);
    }

    private ObliviousTree Grow(byte[][] bins, double[][] cuts, double[] gradient, double[] curvature, int[] leaves)
    {
        Array.Clear(leaves);
        var (features, thresholds) = (new int[Depth], new double[Depth]);
        for (var level = 0; level < Depth; level++)
        {
            var found = new (double Gain, int Cut)[bins.Length];
            Parallel.For(
                0,
                bins.Length,
                feature => found[feature] = BestCut(bins[feature], cuts[feature].Length, gradient, curvature, leaves, 1 << level)
            );
            var best = 0;
            for (var feature = 1; feature < found.Length; feature++)
            {
                if (found[feature].Gain > found[best].Gain)
                    best = feature;
            }

            (features[level], thresholds[level]) = (best, cuts[best].Length == 0 ? double.MaxValue : cuts[best][found[best].Cut]);
            for (var i = 0; i < leaves.Length; i++)
            {
                if (bins[best][i] > found[best].Cut)
                    leaves[i] |= 1 << level;
            }
        }

        var (slopes, bends) = (new double[1 << Depth], new double[1 << Depth]);
        for (var i = 0; i < leaves.Length; i++)
        {
            slopes[leaves[i]] += gradient[i];
            bends[leaves[i]] += curvature[i];
        }

        return new ObliviousTree(
            features,
            thresholds,
            [.. slopes.Select((slope, leaf) => Math.Round(Rate * slope / (bends[leaf] + Penalty), 4))]
        );
    }

    private (double Gain, int Cut) BestCut(byte[] bins, int cutCount, double[] gradient, double[] curvature, int[] leaves, int leafCount)
    {
        if (cutCount == 0)
            return (double.MinValue, 0);
        var (slopes, bends) = (new double[leafCount * MaxBins], new double[leafCount * MaxBins]);
        for (var i = 0; i < bins.Length; i++)
        {
            var at = (leaves[i] * MaxBins) + bins[i];
            slopes[at] += gradient[i];
            bends[at] += curvature[i];
        }

        var gains = new double[cutCount];
        for (var leaf = 0; leaf < leafCount; leaf++)
        {
            double slope = 0,
                bend = 0;
            for (var bin = 0; bin <= cutCount; bin++)
            {
                slope += slopes[(leaf * MaxBins) + bin];
                bend += bends[(leaf * MaxBins) + bin];
            }

            double left = 0,
                leftBend = 0;
            for (var cut = 0; cut < cutCount; cut++)
            {
                left += slopes[(leaf * MaxBins) + cut];
                leftBend += bends[(leaf * MaxBins) + cut];
                var right = slope - left;
                gains[cut] += (left * left / (leftBend + Penalty)) + (right * right / (bend - leftBend + Penalty));
            }
        }

        var best = 0;
        for (var cut = 1; cut < cutCount; cut++)
        {
            if (gains[cut] > gains[best])
                best = cut;
        }

        return (gains[best], best);
    }

    /// <summary>At most 31 values between which the samples fall about evenly.</summary>
    private static double[] CutsOf(IReadOnlyList<double[]> rows, int feature)
    {
        var values = rows.Select(row => Math.Round(row[feature], 4)).ToArray();
        var distinct = values.Distinct().Order().ToArray();
        if (distinct.Length <= MaxBins)
            return [.. distinct.SkipLast(1).Select((value, i) => Math.Round((value + distinct[i + 1]) / 2, 4))];
        Array.Sort(values);
        return [.. Enumerable.Range(1, MaxBins - 1).Select(i => values[(int)((long)values.Length * i / MaxBins)]).Distinct()];
    }

    private static byte BinOf(double[] cuts, double value)
    {
        var bin = 0;
        while (bin < cuts.Length && value > cuts[bin])
            bin++;
        return (byte)bin;
    }
}
