namespace NewsBot.Archive.Embedding;

/// <summary>Vectors could not be made. The message holds no key and no text of articles.</summary>
public sealed class EmbeddingException : Exception
{
    /// <summary>A failure and what caused it.</summary>
    public EmbeddingException(string message, Exception? cause) : base(message, cause)
    {
    }

    /// <summary>A model that is not available.</summary>
    public EmbeddingException() : this("The embedding model is not available.", null)
    {
    }

    /// <summary>A failure.</summary>
    public EmbeddingException(string message) : this(message, null)
    {
    }

    /// <summary>The model does not take these texts, such as one that is too long for it; asking again is of no use.</summary>
    public bool IsOfTexts { get; init; }
}
