using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>The result of the function that answers, in either form: an <see cref="Answer"/>, or its steps as they come.</summary>
internal static class AnswerResults
{
    /// <summary>Returns whether an invocation is of the function that answers.</summary>
    public static bool IsOfAnswer(FunctionInvocationContext context) => context.Function.Name == FunctionArguments.Answer;

    /// <summary>Changes every answer that leaves, unfinished ones too.</summary>
    public static void Map(FunctionInvocationContext context, Func<Answer, Answer> change)
    {
        if (context.IsStreaming) Replace(context, MapAsync(Steps(context), change, context.CancellationToken));
        else if (context.Result.GetValue<Answer>() is { } answer) Replace(context, change(answer));
    }

    /// <summary>Returns the steps of a streamed answer, or of one that is not put together yet.</summary>
    public static IAsyncEnumerable<AnswerStep> Steps(FunctionInvocationContext context) => context.Result.GetValue<IAsyncEnumerable<AnswerStep>>()!;

    /// <summary>Puts another value into the place of the result's.</summary>
    public static void Replace(FunctionInvocationContext context, object value) => context.Result = new FunctionResult(context.Result, value);

    private static async IAsyncEnumerable<AnswerStep> MapAsync(
        IAsyncEnumerable<AnswerStep> steps, Func<Answer, Answer> change, [EnumeratorCancellation] CancellationToken cancellationToken)
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
