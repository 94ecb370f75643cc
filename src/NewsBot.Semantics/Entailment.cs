namespace NewsBot.Semantics;

/// <summary>Says what a passage does to a statement, as probabilities that add up to 1.</summary>
/// <param name="Supported">The passage says so, too.</param>
/// <param name="Contradicted">The passage says otherwise.</param>
/// <param name="Open">The passage leaves it open.</param>
public readonly record struct Entailment(float Supported, float Contradicted, float Open);
