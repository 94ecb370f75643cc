namespace NewsBot.Arriving;

/// <summary>
/// Represents the outcome of fetching a feed: its content, the fact that it did not change, or the reason for the failure.
/// </summary>
internal sealed record FeedResponse
{
    /// <summary>Gets its content; null where it did not change, or could not be fetched.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Gets the validators for the next request; null: the server gave none.</summary>
    public FeedValidators? Validators { get; init; }

    /// <summary>Gets the reason for the failure, as the rest of a sentence that begins with the feed; null: there was none.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets the pause that the server asks for; null: none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Creates a failure.</summary>
    public static FeedResponse Failed(string failure, TimeSpan? retryAfter = null) => new() { Failure = failure, RetryAfter = retryAfter };
}
