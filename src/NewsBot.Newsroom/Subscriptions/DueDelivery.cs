namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a delivery that one host has claimed for a while. Immutable.</summary>
internal sealed record DueDelivery
{
    /// <summary>Gets the subscription.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Gets when it is due.</summary>
    public required DueTime Due { get; init; }

    /// <summary>Gets the number of the claim, which grows with each claim; writes under an older claim are rejected.</summary>
    public required long Claim { get; init; }

    /// <summary>Gets the number of attempts before this one.</summary>
    public required int Tries { get; init; }

    /// <summary>
    /// Gets a value indicating whether the outcome of an attempt is unknown; a later attempt that was rejected does not change that.
    /// </summary>
    public required bool IsUncertain { get; init; }

    /// <summary>Gets when the first attempt of unknown fate began, or else the last one (UTC); null before the first.</summary>
    public required DateTimeOffset? TriedAt { get; init; }

    /// <summary>Gets how often it was sent again after an unknown fate.</summary>
    public required int Reposts { get; init; }

    /// <summary>Gets the channel's id of a message that may be this post; null when unknown.</summary>
    public required string? Receipt { get; init; }

    /// <summary>Gets where its window begins; null when the record of it is damaged.</summary>
    public required DigestCursor? Cursor { get; init; }

    /// <summary>Gets what the last attempt contained; null before the first.</summary>
    public required DigestAttempt? Attempt { get; init; }

    /// <summary>
    /// Gets a value indicating whether the channel has accepted the digest before this one and not yet delivered it: where this one begins
    /// depends on how that ends.
    /// </summary>
    public required bool Waits { get; init; }
}
