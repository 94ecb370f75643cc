using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Models;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>Answers without the language model once the account has spent its budget.</summary>
internal sealed class BudgetFilter(ModelBudget budget) : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        if (
            AnswerResults.IsOfAnswer(context)
            && FunctionArguments.QuestionOf(context.Arguments) is var question
            && !budget.Allows(question.BudgetAccount)
        )
            context.Arguments[FunctionArguments.Question] = question with { WithoutModel = true };
        return next(context);
    }
}
