namespace NewsBot.Newsroom.Models;

/// <summary>A model's endpoint failed. The message holds no key and no text of questions or articles.</summary>
public sealed class ModelException : Exception
{
    /// <summary>A failure and what caused it.</summary>
    public ModelException(ModelFailure failure, string message, Exception? cause = null) : base(message, cause) => Failure = failure;

    /// <summary>An endpoint that is not available.</summary>
    public ModelException() : this(ModelFailure.Unavailable, "The model is not available.")
    {
    }

    /// <summary>An endpoint that is not available.</summary>
    public ModelException(string message) : this(ModelFailure.Unavailable, message)
    {
    }

    /// <summary>An endpoint that is not available.</summary>
    public ModelException(string message, Exception cause) : this(ModelFailure.Unavailable, message, cause)
    {
    }

    /// <summary>What kind of failure.</summary>
    public ModelFailure Failure { get; }
}
