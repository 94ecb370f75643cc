namespace NewsBot.Newsroom.Subscriptions;

/// <summary>A digest that a channel has accepted and not yet delivered.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Receipt">The channel's id of the post.</param>
/// <param name="Note">What is recorded of it.</param>
internal sealed record AcceptedPost(string Channel, string Conversation, string Receipt, DeliveryNote Note);
