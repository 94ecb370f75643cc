using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>
/// Decides what a reader may see before any search: a question states it itself, a search gets it from its turn. An
/// answer that would show more is declined.
/// </summary>
internal sealed class RightsFilter : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var rights = RightsOf(context);
        context.Arguments[FunctionArguments.Rights] = rights;
        await next(context).ConfigureAwait(false);
        if (AnswerResults.IsOfAnswer(context))
            AnswerResults.Map(context, answer => MaySee(answer, rights) ? answer : answer.Declined());
    }

    private static ReaderRights RightsOf(FunctionInvocationContext context)
    {
        if (AnswerResults.IsOfAnswer(context))
            return ReaderRights.Of(FunctionArguments.QuestionOf(context.Arguments));
        return context.Arguments.TryGetValue(FunctionArguments.Rights, out var given) && given is ReaderRights rights
            ? rights
            : new ReaderRights();
    }

    private static bool MaySee(Answer answer, ReaderRights rights) =>
        answer.Citations.All(citation => rights.Allow(citation.Published))
        && answer.Nearest.All(nearest => rights.Allow(nearest.Published))
        && answer.Passages.All(passage => rights.Allow(passage.Article.Article));
}
