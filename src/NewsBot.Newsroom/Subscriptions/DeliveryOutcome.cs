namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Specifies how the delivery of one digest ended. The numbers are stored.</summary>
public enum DeliveryOutcome
{
    /// <summary>Posted on time.</summary>
    Posted = 0,

    /// <summary>Posted late, and marked as late.</summary>
    PostedLate = 1,

    /// <summary>Not posted: no host was running until it was too old.</summary>
    Missed = 2,

    /// <summary>Not posted: it was refused, or every attempt failed.</summary>
    Failed = 3,

    /// <summary>Abandoned without knowing whether it arrived.</summary>
    Unknown = 4,
}
