namespace NewsBot.Batch;

/// <summary>A statement to be judged by a passage.</summary>
/// <param name="Passage">All that the statement may rest on.</param>
/// <param name="Statement">The statement.</param>
internal sealed record GroundRequest(string Passage, string Statement);
