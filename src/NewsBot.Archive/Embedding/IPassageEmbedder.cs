namespace NewsBot.Archive.Embedding;

/// <summary>Makes vectors of texts: texts of about the same meaning get vectors of about the same direction. Thread-safe.</summary>
public interface IPassageEmbedder
{
    /// <summary>Gets a name for what the vectors depend on. Vectors of another name cannot be compared with these, and are made again.</summary>
    string Model { get; }

    /// <summary>Returns one vector for each text, in order, all of one length. Slow: for background work.</summary>
    /// <exception cref="EmbeddingException">It failed.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>Returns the vector of a question; null when it cannot be had while its reader waits.</summary>
    Task<ReadOnlyMemory<float>?> EmbedQueryAsync(string query, CancellationToken cancellationToken);
}
