using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answering;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>Lets no statement leave that does not rest on what it cites: a decline leaves in its place.</summary>
internal sealed class GroundingFilter : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        if (AnswerResults.IsOfAnswer(context)) AnswerResults.Map(context, answer => GroundingCheck.Holds(answer) ? answer : answer.Declined());
    }
}
