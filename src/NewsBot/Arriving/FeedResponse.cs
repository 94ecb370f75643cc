namespace NewsBot.Arriving;

/// <summary>What came of fetching a feed: its content, that it did not change, or why there is none.</summary>
internal sealed record FeedResponse
{
    /// <summary>Its content; null where it did not change, or could not be fetched.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>What to ask with next time; null: nothing was given.</summary>
    public FeedValidators? Validators { get; init; }

    /// <summary>Why it could not be fetched, the rest of a sentence that begins with the feed; null: it could.</summary>
    public string? Failure { get; init; }

    /// <summary>How long the server asks to be left alone; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Makes a failure.</summary>
    public static FeedResponse Failed(string failure, TimeSpan? retryAfter = null) => new() { Failure = failure, RetryAfter = retryAfter };
}
