namespace NewsBot.Newsroom.Desks;

/// <summary>Represents a conversation or a person that a command put on a desk. Immutable.</summary>
/// <param name="Id">The channel's id of the conversation, or of the person.</param>
/// <param name="IsPerson">Whether the id is a person's.</param>
/// <param name="Desk">The name of the desk, which the settings may no longer define.</param>
/// <param name="By">The channel's id of the person who gave the command.</param>
/// <param name="At">When it was given (UTC).</param>
public sealed record DeskAssignment(string Id, bool IsPerson, string Desk, string By, DateTimeOffset At);
