using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>Represents the result of a turn.</summary>
/// <param name="Message">What is shown.</param>
/// <param name="Conversation">When not null: replies to the message continue this conversation.</param>
internal sealed record Reply(OutgoingMessage Message, string? Conversation = null)
{
    /// <summary>Gets the sources of the articles that the message cites.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets the answer for follow-up questions; null: none are suggested.</summary>
    public AnsweredQuestion? Answered { get; init; }
}
