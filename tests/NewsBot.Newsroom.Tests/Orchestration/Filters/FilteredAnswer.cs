using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

/// <summary>A kernel whose function answers as it is told, behind one filter.</summary>
internal sealed class FilteredAnswer
{
    private readonly Kernel kernel = new();

    public FilteredAnswer(IFunctionInvocationFilter filter, Func<KernelArguments, Answer> answer)
    {
        object Steps(KernelArguments arguments) => StepsAsync(arguments, answer);
        kernel.Plugins.AddFromFunctions("newsroom", [KernelFunctionFactory.CreateFromMethod(Steps, "answer")]);
        kernel.FunctionInvocationFilters.Add(filter);
        kernel.FunctionInvocationFilters.Add(new LastStepFilter());
    }

    /// <summary>What the function was called with.</summary>
    public QuestionRequest? Asked { get; private set; }

    public async Task<Answer> AskAsync(QuestionRequest request) =>
        (await kernel.InvokeAsync<Answer>("newsroom", "answer", new() { ["question"] = request }, TestContext.Current.CancellationToken))!;

    public async Task<List<AnswerStep>> StepsAsync(QuestionRequest request)
    {
        var steps = new List<AnswerStep>();
        await foreach (
            var step in kernel.InvokeStreamingAsync<AnswerStep>(
                "newsroom",
                "answer",
                new() { ["question"] = request },
                TestContext.Current.CancellationToken
            )
        )
            steps.Add(step);
        return steps;
    }

    private async IAsyncEnumerable<AnswerStep> StepsAsync(KernelArguments arguments, Func<KernelArguments, Answer> answer)
    {
        await Task.CompletedTask;
        Asked = arguments["question"] as QuestionRequest;
        yield return new AnswerStep { Doing = "Reading…" };
        yield return new AnswerStep { SoFar = answer(arguments) };
        yield return new AnswerStep { Finished = answer(arguments) };
    }
}
