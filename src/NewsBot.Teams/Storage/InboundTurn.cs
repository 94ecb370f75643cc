namespace NewsBot.Teams.Storage;

/// <summary>Represents a message as received.</summary>
/// <param name="Key">The same for every redelivery, and for no other message.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Received">The time of arrival.</param>
/// <param name="Body">The activity as JSON.</param>
internal sealed record InboundTurn(string Key, string Conversation, DateTimeOffset Received, byte[] Body);

/// <summary>Represents whether a message is new and, if so, its number.</summary>
/// <param name="IsNew">Whether it had not come before.</param>
/// <param name="Turn">The number of a new one.</param>
/// <param name="IsOurs">Whether this host answers a new one; otherwise the host that works in the conversation already.</param>
internal readonly record struct AcceptedTurn(bool IsNew, long Turn, bool IsOurs = true);

/// <summary>Represents a message to answer, or a post to deliver.</summary>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Turn">The message, or null.</param>
/// <param name="Post">The post, or null.</param>
/// <param name="DueAt">The time before which the post is not sent; null: at once.</param>
/// <param name="WasOnWire">The post was being sent when the host stopped: it is not known whether it arrived.</param>
internal sealed record UnfinishedWork(string Conversation, long? Turn, long? Post, DateTimeOffset? DueAt, bool WasOnWire);
