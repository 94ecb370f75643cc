namespace NewsBot.Benchmarks.Training;

/// <summary>A question with the probability that the articles answer it, by models that did not see it.</summary>
/// <param name="Ranked">The question and its best candidates.</param>
/// <param name="Probability">0 to 1.</param>
internal sealed record JudgedSamples(RankedSamples Ranked, double Probability);
