using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answering;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>Declines in place of any answer with a statement that its citations do not support.</summary>
internal sealed class GroundingFilter : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        if (AnswerResults.IsOfAnswer(context))
            AnswerResults.Map(context, answer => GroundingCheck.Holds(answer) ? answer : answer.Declined());
    }
}
