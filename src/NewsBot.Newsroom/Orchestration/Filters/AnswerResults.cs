using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>Handles the result of the answer function in either form: an <see cref="Answer"/>, or its steps as they come.</summary>
internal static class AnswerResults
{
    /// <summary>Determines whether an invocation is of the answer function.</summary>
    public static bool IsOfAnswer(FunctionInvocationContext context) => context.Function.Name == FunctionArguments.Answer;

    /// <summary>Changes every answer that leaves, including unfinished ones.</summary>
    public static void Map(FunctionInvocationContext context, Func<Answer, Answer> change)
    {
        if (context.IsStreaming)
            Replace(context, MapAsync(Steps(context), change, context.CancellationToken));
        else if (context.Result.GetValue<Answer>() is { } answer)
            Replace(context, change(answer));
    }

    /// <summary>Returns the steps of a streamed answer, or of one not yet assembled.</summary>
    public static IAsyncEnumerable<AnswerStep> Steps(FunctionInvocationContext context) =>
        context.Result.GetValue<IAsyncEnumerable<AnswerStep>>()!;

    /// <summary>Replaces the value of the result.</summary>
    public static void Replace(FunctionInvocationContext context, object value) =>
        context.Result = new FunctionResult(context.Result, value);

    private static async IAsyncEnumerable<AnswerStep> MapAsync(
        IAsyncEnumerable<AnswerStep> steps,
        Func<Answer, Answer> change,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var step in steps.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return step with
            {
                SoFar = step.SoFar is { } soFar ? change(soFar) : null,
                Finished = step.Finished is { } finished ? change(finished) : null,
            };
        }
    }
}
