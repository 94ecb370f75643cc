namespace NewsBot.Semantics;

/// <summary>Represents what a passage does to a statement, as probabilities that add up to 1.</summary>
/// <param name="Supported">The passage supports the statement.</param>
/// <param name="Contradicted">The passage contradicts the statement.</param>
/// <param name="Open">The passage leaves the statement open.</param>
public readonly record struct Entailment(float Supported, float Contradicted, float Open);
