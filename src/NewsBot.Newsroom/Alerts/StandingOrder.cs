using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents what the settings order for a receiver: an alert, a digest, or both. Immutable.</summary>
/// <param name="Conversation">The channel's id of the receiver.</param>
/// <param name="Alert">The words of the alert, in which <see cref="AlertWords.Problem"/> finds none; null: no alert.</param>
/// <param name="Digest">When a digest is due; null: no digest.</param>
public sealed record StandingOrder(string Conversation, string? Alert, DigestSchedule? Digest);
