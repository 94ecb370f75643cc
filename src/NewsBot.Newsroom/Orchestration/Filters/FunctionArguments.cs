using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>What the newsroom's functions are called with.</summary>
internal static class FunctionArguments
{
    /// <summary>Name of the function that answers.</summary>
    public const string Answer = "answer";

    /// <summary>Key of the question: a <see cref="QuestionRequest"/>, or its text alone.</summary>
    public const string Question = "question";

    /// <summary>Key of the <see cref="ReaderRights"/>. No model can set them: what models send is text.</summary>
    public const string Rights = ToolArguments.Rights;

    /// <summary>Returns the question.</summary>
    /// <exception cref="KernelException">There is none.</exception>
    public static QuestionRequest QuestionOf(KernelArguments arguments) => arguments.TryGetValue(Question, out var question) ? question switch
    {
        QuestionRequest request => request,
        { } text => new QuestionRequest { Text = text.ToString() ?? "" },
        null => throw new KernelException("The question is null."),
    } : throw new KernelException($"The argument '{Question}' is missing: a QuestionRequest, or the text of a question.");

    /// <summary>Returns the rights that <see cref="RightsFilter"/> decided on.</summary>
    /// <exception cref="KernelException">It did not: nothing is answered without.</exception>
    public static ReaderRights RightsOf(KernelArguments arguments) => arguments.TryGetValue(Rights, out var rights) && rights is ReaderRights decided
        ? decided
        : throw new KernelException("Nobody decided what the reader may see.");
}
