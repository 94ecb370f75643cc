using NewsBot.Newsroom.Conversations;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Answering;

/// <summary>Specifies how questions are answered.</summary>
public sealed record AnswerOptions
{
    /// <summary>
    /// Gets the probability, 0 to 1, from which an answer is given; null selects the default for what decides: the reading model, or words
    /// alone. A higher threshold gives fewer wrong answers and more declines; docs/research/reading.md and
    /// docs/research/answers.md describe the trade-off.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Gets the loader of the reading model; if null, or if the model cannot be loaded, words alone decide.</summary>
    public ReadingModelLoader? Reading { get; init; }

    /// <summary>Gets the memory of earlier questions; if null, follow-ups are not completed.</summary>
    public ConversationMemory? Conversations { get; init; }
}
