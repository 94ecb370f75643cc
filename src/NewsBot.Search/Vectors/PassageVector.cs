namespace NewsBot.Search.Vectors;

/// <summary>The vector of a passage, as a model made it.</summary>
/// <param name="Place">The passage.</param>
/// <param name="Vector">Of any length but 0; only its direction counts.</param>
public readonly record struct PassageVector(PassagePlace Place, ReadOnlyMemory<float> Vector);
