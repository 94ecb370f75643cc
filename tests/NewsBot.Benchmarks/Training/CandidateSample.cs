namespace NewsBot.Benchmarks.Training;

/// <summary>A candidate as the fit sees it.</summary>
/// <param name="Features">In the order of the model.</param>
/// <param name="Doubts">What the model of answers looks at besides, should it be the best candidate.</param>
/// <param name="IsRight">It answers the question, and no shorter one inside it does.</param>
/// <param name="HoldsAnswer">The answer's words are in it, perhaps by chance: neither a good example nor a bad one unless it is
/// right.</param>
/// <param name="IsShownRight">Shown, it would count as right: it holds the answer and comes from a right article.</param>
internal sealed record CandidateSample(double[] Features, double[] Doubts, bool IsRight, bool HoldsAnswer, bool IsShownRight);
