namespace NewsBot.Benchmarks.Training;

/// <summary>A candidate as the fit sees it.</summary>
/// <param name="Question">Number of the question, unique over all sets.</param>
/// <param name="Features">In the order of the scorer.</param>
/// <param name="IsRight">It answers the question.</param>
/// <param name="Weight">How much its question counts; the question's candidates share it.</param>
internal sealed record TrainingSample(int Question, double[] Features, bool IsRight, double Weight);
