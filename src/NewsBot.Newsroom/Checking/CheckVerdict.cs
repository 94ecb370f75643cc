namespace NewsBot.Newsroom.Checking;

/// <summary>What the articles say of a sentence.</summary>
public enum CheckVerdict
{
    /// <summary>No sentence of the articles says it or denies it. That does not make it wrong.</summary>
    NotFound,

    /// <summary>A sentence of an article says it.</summary>
    Supported,

    /// <summary>A sentence of an article is about the same thing and says otherwise.</summary>
    Contradicted,
}
