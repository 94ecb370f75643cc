namespace NewsBot.Newsroom.Withdrawals;

/// <summary>Represents a post of NewsBot's that cites articles. Immutable.</summary>
/// <param name="Channel">The channel's <see cref="IPostedChannel.Name"/>.</param>
/// <param name="Reference">The channel's own id of the post; unique within the channel.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Message">The channel's id of the message; null until it is delivered, empty where there is none.</param>
public sealed record CitedPost(string Channel, string Reference, string Conversation, string? Message);
