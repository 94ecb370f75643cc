namespace NewsBot.Archive.Embedding;

/// <summary>Makes vectors of texts: texts of similar meaning get vectors of similar direction. Thread-safe.</summary>
public interface IPassageEmbedder
{
    /// <summary>
    /// Gets a name for everything that the vectors depend on. Vectors with another name are not comparable and are made again.
    /// </summary>
    string Model { get; }

    /// <summary>Returns one vector for each text, in order, all of one length. Slow: for background work.</summary>
    /// <exception cref="EmbeddingException">The model failed.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>Returns the vector of a question; null when it is not available in the time that a reader waits.</summary>
    Task<ReadOnlyMemory<float>?> EmbedQueryAsync(string query, CancellationToken cancellationToken);
}
