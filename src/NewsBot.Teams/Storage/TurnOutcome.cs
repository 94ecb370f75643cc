using NewsBot.Newsroom.Answers;

namespace NewsBot.Teams.Storage;

/// <summary>Everything that one message led to.</summary>
internal sealed record TurnOutcome
{
    public required DateTimeOffset At { get; init; }
    public IReadOnlyList<OutgoingPost> Posts { get; init; } = [];
    public GivenAnswer? Answer { get; init; }
    public AnswerFeedback? Feedback { get; init; }

    /// <summary>The answer from which questions may lead on; not stored. Null: none.</summary>
    public Answer? LeadsOn { get; init; }

    /// <summary>A conversation that the bot is in.</summary>
    public ConversationReference? Joined { get; init; }

    /// <summary>The id of a conversation that the bot was removed from.</summary>
    public string? Left { get; init; }

    /// <summary>The posts are a welcome to this conversation: given once until the bot leaves it.</summary>
    public string? Welcomes { get; init; }
}
