using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Models;

/// <summary>A question that the model may answer, and what is known of it by then.</summary>
/// <param name="Request">As it came.</param>
/// <param name="Understood">As it stands alone, completed without a model.</param>
/// <param name="Previous">The one before it in its conversation, as it stood alone; null: none.</param>
/// <param name="Extractive">The answer without the model.</param>
internal sealed record AskedQuestion(QuestionRequest Request, string Understood, string? Previous, Answer Extractive)
{
    /// <summary>What the reader may see.</summary>
    public required ReaderRights Rights { get; init; }

    /// <summary>Reads what is told in other words than the quotes'; null: only words count.</summary>
    public required IReadingModel? Reader { get; init; }

    /// <summary>When it was asked, as a timestamp of the clock that measures answers.</summary>
    public required long Start { get; init; }
}
