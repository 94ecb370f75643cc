using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Orchestration;

/// <summary>Makes the function that answers a question with an <see cref="Answer"/> or, when streamed, with its steps.</summary>
internal static class AnswerFunction
{
    /// <summary>Specifies the name of the function.</summary>
    public const string FunctionName = FunctionArguments.Answer;

    // Stated here rather than found by reflection: working out the schema of a type takes longer than an answer.
    private static readonly KernelParameterMetadata Question = new(FunctionArguments.Question)
    {
        Description = "The question, as a person asks it",
        IsRequired = true,
        ParameterType = typeof(QuestionRequest),
        Schema = KernelJsonSchema.Parse("""{"type":"string","description":"The question, as a person asks it"}"""),
    };

    /// <summary>Returns the arguments of a call.</summary>
    public static KernelArguments ArgumentsOf(QuestionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new KernelArguments { [FunctionArguments.Question] = request };
    }

    /// <summary>Makes the function.</summary>
    /// <param name="pipeline">Answers the question.</param>
    /// <param name="tools">Provides what the language model may call; used only when there is one.</param>
    public static KernelFunction Create(QuestionPipeline pipeline, Func<Kernel, IReadOnlyList<AIFunction>> tools)
    {
        return KernelFunctionFactory.CreateFromMethod(
            Answer,
            new KernelFunctionFromMethodOptions
            {
                FunctionName = FunctionName,
                Description = "Answers a question from the newsroom's own articles, with sources, or says that they do not answer it.",
                Parameters = [Question],
                ReturnParameter = new KernelReturnParameterMetadata { ParameterType = typeof(Answer) },
            }
        );

        // Typed as an object: a method declared to return a sequence is enumerated without the caller's cancellation.
        object Answer(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) =>
            pipeline.AnswerAsync(
                FunctionArguments.QuestionOf(arguments),
                FunctionArguments.RightsOf(arguments),
                pipeline.WritesWithModel ? tools(kernel) : [],
                cancellationToken
            );
    }
}
