namespace NewsBot.Batch;

/// <summary>Represents a statement to be judged by a passage.</summary>
/// <param name="Passage">The only text that may support the statement.</param>
/// <param name="Statement">The statement.</param>
internal sealed record GroundRequest(string Passage, string Statement);
