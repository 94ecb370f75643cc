namespace NewsBot.Benchmarks.Training;

/// <summary>A question's candidates as the fit sees them.</summary>
/// <param name="Source">The question.</param>
/// <param name="Candidates">In no particular order.</param>
internal sealed record QuestionSamples(TrainingQuestion Source, IReadOnlyList<CandidateSample> Candidates);
