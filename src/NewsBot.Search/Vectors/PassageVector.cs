namespace NewsBot.Search.Vectors;

/// <summary>Represents the vector of a passage, as the model made it.</summary>
/// <param name="Place">The passage.</param>
/// <param name="Vector">The vector, of any length but 0; only its direction counts.</param>
public readonly record struct PassageVector(PassagePlace Place, ReadOnlyMemory<float> Vector);
