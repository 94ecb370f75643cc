namespace NewsBot.Archive.Embedding;

/// <summary>A model that makes vectors of texts: texts that mean the same get vectors of about the same direction. Thread-safe.</summary>
public interface IPassageEmbedder
{
    /// <summary>Names what the vectors depend on. Vectors of another name cannot be compared with these, and are made anew.</summary>
    string Model { get; }

    /// <summary>One vector for each text, in order, all of one length. May take its time: for the background.</summary>
    /// <exception cref="EmbeddingException">It failed.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>The vector of what somebody asks; null when it cannot be had before that somebody grows impatient.</summary>
    Task<ReadOnlyMemory<float>?> EmbedQueryAsync(string query, CancellationToken cancellationToken);
}
