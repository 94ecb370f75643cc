namespace NewsBot.Archive.Embedding;

/// <summary>Says that vectors could not be made. The message holds no key and no text of articles.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>Creates a failure with its cause.</summary>
    public EmbeddingException(string message, Exception? cause) : base(message, cause)
    {
    }

    /// <summary>Creates the failure of a model that is not available.</summary>
    public EmbeddingException() : this("The embedding model is not available.", null)
    {
    }

    /// <summary>Creates a failure.</summary>
    public EmbeddingException(string message) : this(message, null)
    {
    }

    /// <summary>Gets whether the model refuses these texts, for instance because one is too long for it; asking again does not help.</summary>
    public bool IsOfTexts { get; init; }
}
