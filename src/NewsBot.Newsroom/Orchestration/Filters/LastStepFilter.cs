using Microsoft.SemanticKernel;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>
/// Waits for the last step when the answer is not streamed. It is the innermost filter, so that the others get an answer.
/// </summary>
internal sealed class LastStepFilter : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        if (!AnswerResults.IsOfAnswer(context) || context.IsStreaming)
            return;
        await foreach (var step in AnswerResults.Steps(context).WithCancellation(context.CancellationToken).ConfigureAwait(false))
        {
            if (step.Finished is { } answer)
                AnswerResults.Replace(context, answer);
        }
    }
}
