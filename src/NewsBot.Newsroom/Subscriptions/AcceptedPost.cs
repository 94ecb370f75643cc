namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a digest that a channel has accepted and not yet delivered. Immutable.</summary>
/// <param name="Channel">The name of the channel.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Receipt">The channel's id of the post.</param>
/// <param name="Note">The recorded outcome.</param>
internal sealed record AcceptedPost(string Channel, string Conversation, string Receipt, DeliveryNote Note);
