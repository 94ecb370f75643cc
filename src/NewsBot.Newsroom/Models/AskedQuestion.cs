using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Models;

/// <summary>Represents a question that the language model may answer, and what is known about it by then.</summary>
/// <param name="Request">The request, as it came in.</param>
/// <param name="Understood">The question, completed without a model so that it can be understood by itself.</param>
/// <param name="Previous">The question before it in the conversation, completed likewise; null for none.</param>
/// <param name="Extractive">The answer without the language model.</param>
internal sealed record AskedQuestion(QuestionRequest Request, string Understood, string? Previous, Answer Extractive)
{
    /// <summary>Gets what the reader may see.</summary>
    public required ReaderRights Rights { get; init; }

    /// <summary>Gets the model that reads statements in words other than their quotes'; null to go by words alone.</summary>
    public required IReadingModel? Reader { get; init; }

    /// <summary>Gets when it was asked, as a timestamp of the clock that times answers.</summary>
    public required long Start { get; init; }
}
