namespace NewsBot.Newsroom.Checking;

/// <summary>Specifies what the articles say about a sentence.</summary>
public enum CheckVerdict
{
    /// <summary>No sentence of the articles supports or contradicts it. That does not make it wrong.</summary>
    NotFound,

    /// <summary>A sentence of an article supports it.</summary>
    Supported,

    /// <summary>A sentence of an article is about the same thing and contradicts it.</summary>
    Contradicted,
}
