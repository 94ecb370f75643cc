namespace NewsBot.Archive.Embedding;

/// <summary>Reports how far the passages are embedded.</summary>
/// <param name="Embedded">Passages that have a vector.</param>
/// <param name="Passages">Passages in all.</param>
/// <param name="Failure">Why it does not go on just now; null when it does, or is done.</param>
public sealed record EmbeddingProgress(int Embedded, int Passages, string? Failure)
{
    /// <summary>Gets whether every passage has a vector.</summary>
    public bool IsDone => Embedded >= Passages;
}
