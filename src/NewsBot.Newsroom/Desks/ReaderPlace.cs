namespace NewsBot.Newsroom.Desks;

/// <summary>Represents where a person reads, and who it is. Immutable.</summary>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Parent">The id of the channel that a thread belongs to; null outside threads.</param>
/// <param name="Person">The channel's id of the person; null if unknown.</param>
/// <param name="IsPersonal">Whether nobody else reads there.</param>
public sealed record ReaderPlace(string Conversation, string? Parent = null, string? Person = null, bool IsPersonal = false);
