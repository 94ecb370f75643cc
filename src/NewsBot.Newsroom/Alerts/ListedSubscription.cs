using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents a subscription or alert with its state, for staff. Immutable.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Text">What it orders, as people type it; an alert on a story names its headline.</param>
/// <param name="NextAt">When it is due (UTC); null: when an article matches.</param>
/// <param name="SilentUntil">Until when it posts nothing (UTC); <see cref="DateTimeOffset.MaxValue"/> while it is paused; null: it posts.</param>
/// <param name="Tries">How often the post that is due has been tried; 0: none is due, or it has not been tried.</param>
/// <param name="TriesAt">When it is tried again (UTC); null: no further attempt waits, or whether it arrived is not known yet.</param>
/// <param name="Last">How its last post ended; null: there was none.</param>
public sealed record ListedSubscription(
    Subscription Subscription,
    string Text,
    DateTimeOffset? NextAt,
    DateTimeOffset? SilentUntil,
    int Tries,
    DateTimeOffset? TriesAt,
    DeliveryNote? Last
);
