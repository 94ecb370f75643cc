using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Feedback;

namespace NewsBot.Teams.Storage;

/// <summary>Represents everything that one message led to.</summary>
internal sealed record TurnOutcome
{
    public required DateTimeOffset At { get; init; }
    public IReadOnlyList<OutgoingPost> Posts { get; init; } = [];
    public GivenAnswer? Answer { get; init; }
    public ReaderFeedback? Feedback { get; init; }

    /// <summary>Gets the answer that follow-up questions may refer to; not stored. Null: none.</summary>
    public Answer? LeadsOn { get; init; }

    /// <summary>Gets a conversation that the bot is in.</summary>
    public ConversationReference? Joined { get; init; }

    /// <summary>Gets the id of a conversation that the bot was removed from.</summary>
    public string? Left { get; init; }

    /// <summary>Gets the conversation that the posts welcome: once, until the bot leaves it.</summary>
    public string? Welcomes { get; init; }
}
