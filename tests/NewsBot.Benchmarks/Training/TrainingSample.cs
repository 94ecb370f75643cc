namespace NewsBot.Benchmarks.Training;

/// <summary>One thing that was judged, as a fit sees it.</summary>
/// <param name="Features">In the order of the weights; the first is the constant 1.</param>
/// <param name="IsRight">The judgement.</param>
internal sealed record TrainingSample(double[] Features, bool IsRight);
