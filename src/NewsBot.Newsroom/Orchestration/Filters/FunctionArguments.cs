using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Models.Tools;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>Reads the arguments of the newsroom's functions.</summary>
internal static class FunctionArguments
{
    /// <summary>Specifies the name of the answer function.</summary>
    public const string Answer = "answer";

    /// <summary>Specifies the key of the question: a <see cref="QuestionRequest"/>, or its text alone.</summary>
    public const string Question = "question";

    /// <summary>Specifies the key of the <see cref="ReaderRights"/>. No language model can set them, since it sends only text.</summary>
    public const string Rights = ToolArguments.Rights;

    /// <summary>Returns the question.</summary>
    /// <exception cref="KernelException">There is no question.</exception>
    public static QuestionRequest QuestionOf(KernelArguments arguments) =>
        arguments.TryGetValue(Question, out var question)
            ? question switch
            {
                QuestionRequest request => request,
                { } text => new QuestionRequest { Text = text.ToString() ?? "", Desk = null },
                null => throw new KernelException("The question is null."),
            }
            : throw new KernelException($"The argument '{Question}' is missing: a QuestionRequest, or the text of a question.");

    /// <summary>Returns the rights set by <see cref="RightsFilter"/>.</summary>
    /// <exception cref="KernelException">The rights were not set; nothing is answered without them.</exception>
    public static ReaderRights RightsOf(KernelArguments arguments) =>
        arguments.TryGetValue(Rights, out var rights) && rights is ReaderRights decided
            ? decided
            : throw new KernelException("The reader's rights are not set.");
}
