namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Logistic regression with an L2 penalty, fitted by Adam (Kingma and Ba 2015) over the full batch from zero: deterministic.
/// </summary>
internal static class LogisticFit
{
    private const int Iterations = 600;
    private const double Rate = 0.05;
    private const double Penalty = 1e-3;
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;

    /// <summary>The weights, in the order of the features; the first feature is not held back by the penalty.</summary>
    public static double[] Fit(IReadOnlyList<TrainingSample> samples)
    {
        var size = samples[0].Features.Length;
        double[] weights = new double[size],
            first = new double[size],
            second = new double[size];
        for (var iteration = 1; iteration <= Iterations; iteration++)
        {
            var gradient = new double[size];
            foreach (var sample in samples)
            {
                var error = Probability(weights, sample.Features) - (sample.IsRight ? 1 : 0);
                for (var i = 0; i < size; i++)
                    gradient[i] += error * sample.Features[i];
            }

            for (var i = 0; i < size; i++)
            {
                var slope = (gradient[i] / samples.Count) + (i == 0 ? 0 : Penalty * weights[i]);
                first[i] = (FirstDecay * first[i]) + ((1 - FirstDecay) * slope);
                second[i] = (SecondDecay * second[i]) + ((1 - SecondDecay) * slope * slope);
                var mean = first[i] / (1 - Math.Pow(FirstDecay, iteration));
                var spread = second[i] / (1 - Math.Pow(SecondDecay, iteration));
                weights[i] -= Rate * mean / (Math.Sqrt(spread) + 1e-8);
            }
        }

        return weights;
    }

    /// <summary>0 to 1.</summary>
    public static double Probability(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
