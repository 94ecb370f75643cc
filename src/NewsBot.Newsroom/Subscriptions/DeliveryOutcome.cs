namespace NewsBot.Newsroom.Subscriptions;

/// <summary>How the delivery of one digest ended. The numbers are stored.</summary>
public enum DeliveryOutcome
{
    /// <summary>Posted on time.</summary>
    Posted = 0,

    /// <summary>Posted late, and marked so.</summary>
    PostedLate = 1,

    /// <summary>Not posted: nobody was there to post it until it was too old.</summary>
    Missed = 2,

    /// <summary>Not posted: it was refused, or every try failed.</summary>
    Failed = 3,

    /// <summary>Given up without knowing whether it arrived.</summary>
    Unknown = 4,
}
