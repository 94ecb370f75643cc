using NewsBot.Newsroom.Conversations;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Answering;

/// <summary>How questions are answered.</summary>
public sealed record AnswerOptions
{
    /// <summary>
    /// The least probability, 0 to 1, that the articles answer at which an answer is given; null: the one that suits what decides, a model or words alone.
    /// Higher: fewer wrong answers, and more refusals. docs/reading.md and docs/answers.md have what it trades.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Loads the model that reads sentences for their meaning; null, or a model that cannot be loaded: their words decide alone.</summary>
    public ReadingModelLoader? Reading { get; init; }

    /// <summary>Remembers the questions of conversations; null: every question stands on its own.</summary>
    public ConversationMemory? Conversations { get; init; }
}
