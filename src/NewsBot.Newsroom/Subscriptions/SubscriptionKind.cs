namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Specifies what a subscription posts. The numbers are stored.</summary>
public enum SubscriptionKind
{
    /// <summary>A digest, at a time of day.</summary>
    Digest = 0,

    /// <summary>An alert, when an article matches.</summary>
    Alert = 1,
}
