namespace NewsBot.Archive.Embedding;

/// <summary>Represents a failure to make vectors. The message contains no key and no text of articles.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>Creates a failure with its cause.</summary>
    public EmbeddingException(string message, Exception? cause)
        : base(message, cause) { }

    /// <summary>Creates the failure of a model that is not available.</summary>
    public EmbeddingException()
        : this("The embedding model is not available.", null) { }

    /// <summary>Creates a failure.</summary>
    public EmbeddingException(string message)
        : this(message, null) { }

    /// <summary>
    /// Gets a value indicating whether the model refuses these texts, for instance because one is too long; trying again does not help.
    /// </summary>
    public bool IsOfTexts { get; init; }
}
