namespace NewsBot.Newsroom.Models;

/// <summary>Represents the failure of a model's endpoint. The message contains no key and no text of questions or articles.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Initializes a failure with its cause.</summary>
    public ModelException(ModelFailure failure, string message, Exception? cause = null)
        : base(message, cause) => Failure = failure;

    /// <summary>Initializes the failure of an unavailable endpoint.</summary>
    public ModelException()
        : this(ModelFailure.Unavailable, "The model is not available.") { }

    /// <summary>Initializes the failure of an unavailable endpoint.</summary>
    public ModelException(string message)
        : this(ModelFailure.Unavailable, message) { }

    /// <summary>Initializes the failure of an unavailable endpoint.</summary>
    public ModelException(string message, Exception cause)
        : this(ModelFailure.Unavailable, message, cause) { }

    /// <summary>Gets the kind of failure.</summary>
    public ModelFailure Failure { get; }
}
