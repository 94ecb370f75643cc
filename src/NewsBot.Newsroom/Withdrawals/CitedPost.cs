namespace NewsBot.Newsroom.Withdrawals;

/// <summary>A message of ours that cites articles.</summary>
/// <param name="Channel">As <see cref="IPostedChannel.Name"/> names it.</param>
/// <param name="Reference">The channel's own id of the post; unique within the channel.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Message">The channel's id of the message; null until it is delivered, empty where it has none.</param>
public sealed record CitedPost(string Channel, string Reference, string Conversation, string? Message);
