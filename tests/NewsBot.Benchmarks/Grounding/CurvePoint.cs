namespace NewsBot.Benchmarks.Grounding;

/// <summary>One threshold of the grounding judge.</summary>
/// <param name="Threshold">The least score.</param>
/// <param name="Accepted">Share of supported statements accepted.</param>
/// <param name="Leaked">Share of unsupported statements accepted.</param>
/// <param name="AcceptedByScore">The same without vetoes.</param>
/// <param name="LeakedByScore">The same without vetoes.</param>
internal sealed record CurvePoint(double Threshold, double Accepted, double Leaked, double AcceptedByScore, double LeakedByScore);
