namespace NewsBot.Archive.Store;

/// <summary>Represents the failure of a store for a reason outside the program.</summary>
/// <param name="failure">The kind of failure.</param>
/// <param name="message">One sentence for the person who runs the program: what failed, where, and the remedy.</param>
/// <param name="innerException">The database's exception.</param>
public sealed class StoreException(StoreFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Gets the kind of failure.</summary>
    public StoreFailure Failure { get; } = failure;
}
