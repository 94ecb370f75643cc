namespace NewsBot.Newsroom.Subscriptions;

/// <summary>A delivery that one host has claimed for a while.</summary>
internal sealed record DueDelivery
{
    public required Subscription Subscription { get; init; }

    public required DueTime Due { get; init; }

    /// <summary>Grows with each claim: what an older claim writes is not taken.</summary>
    public required long Claim { get; init; }

    /// <summary>Tries before this one.</summary>
    public required int Tries { get; init; }

    /// <summary>A try was begun whose end nobody knows; a later one that was not taken does not change that.</summary>
    public required bool IsUncertain { get; init; }

    /// <summary>When the first try of unknown fate began, else the last one; null before the first.</summary>
    public required DateTimeOffset? TriedAt { get; init; }

    /// <summary>How often it was sent again after an unknown fate.</summary>
    public required int Reposts { get; init; }

    /// <summary>The channel's id of a message that may be this post.</summary>
    public required string? Receipt { get; init; }
}
