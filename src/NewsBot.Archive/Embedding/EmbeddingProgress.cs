namespace NewsBot.Archive.Embedding;

/// <summary>Represents how far the embedding of passages has got.</summary>
/// <param name="Embedded">The number of passages that have a vector.</param>
/// <param name="Passages">The number of all passages.</param>
/// <param name="Failure">Why it is paused; null when it is running or done.</param>
public sealed record EmbeddingProgress(int Embedded, int Passages, string? Failure)
{
    /// <summary>Gets a value indicating whether every passage has a vector.</summary>
    public bool IsDone => Embedded >= Passages;
}
