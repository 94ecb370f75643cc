namespace NewsBot.Teams.Storage;

/// <summary>A message as it came in.</summary>
/// <param name="Key">The same for every redelivery, and for no other message.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Received">When it came.</param>
/// <param name="Body">The activity as JSON.</param>
internal sealed record InboundTurn(string Key, string Conversation, DateTimeOffset Received, byte[] Body);

/// <summary>Whether a message is new, and its number if it is.</summary>
internal readonly record struct AcceptedTurn(bool IsNew, long Turn);

/// <summary>A message to answer, or a post to deliver.</summary>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Turn">The message, or null.</param>
/// <param name="Post">The post, or null.</param>
/// <param name="DueAt">The post is not sent before; null: at once.</param>
/// <param name="WasOnWire">The post was being sent when the host stopped: nobody knows whether it arrived.</param>
internal sealed record UnfinishedWork(string Conversation, long? Turn, long? Post, DateTimeOffset? DueAt, bool WasOnWire);
