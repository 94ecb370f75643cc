using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Conversations;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Answering;

/// <summary>How questions are answered.</summary>
public sealed record AnswerOptions
{
    /// <summary>The threshold unless the settings say otherwise; docs/answers.md has what it trades.</summary>
    public const double DefaultThreshold = StatementComposer.DefaultThreshold;

    /// <summary>The least probability, 0 to 1, that the articles answer at which an answer is given. Higher: fewer wrong answers, and more refusals.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>Loads the model that reads sentences for their meaning; null, or a model that cannot be loaded: their words decide alone.</summary>
    public ReadingModelLoader? Reading { get; init; }

    /// <summary>Remembers the questions of conversations; null: every question stands on its own.</summary>
    public ConversationMemory? Conversations { get; init; }
}
