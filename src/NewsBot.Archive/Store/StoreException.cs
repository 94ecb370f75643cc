namespace NewsBot.Archive.Store;

/// <summary>Says that a store cannot do its work for a reason outside the program.</summary>
/// <param name="failure">The kind.</param>
/// <param name="message">One sentence for the person who runs the program: what, where, and what to do.</param>
/// <param name="innerException">What the database said.</param>
public sealed class StoreException(StoreFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Gets the kind.</summary>
    public StoreFailure Failure { get; } = failure;
}
