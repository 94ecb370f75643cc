using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Orchestration.Filters;

/// <summary>
/// Records in traces and metrics how a question ended and how long it took. It is the outermost filter, so that it records what leaves.
/// </summary>
internal sealed class TelemetryFilter : IFunctionInvocationFilter
{
    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        if (!AnswerResults.IsOfAnswer(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var watch = AnswerTelemetry.Begin(FunctionArguments.QuestionOf(context.Arguments).AskedBy?.Channel);
        try
        {
            await next(context).ConfigureAwait(false);
            // At this point a stream has only been set up.
            if (context.IsStreaming)
                AnswerResults.Replace(context, WatchAsync(AnswerResults.Steps(context), watch, context.CancellationToken));
            else
                watch.End(context.Result.GetValue<Answer>());
        }
        catch (Exception failure)
        {
            watch.Fail(failure);
            throw;
        }
    }

    private static async IAsyncEnumerable<AnswerStep> WatchAsync(
        IAsyncEnumerable<AnswerStep> steps,
        AnswerTelemetry watch,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Answer? finished = null;
        await using var next = steps.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await NextAsync(next, watch).ConfigureAwait(false))
            {
                finished = next.Current.Finished ?? finished;
                yield return next.Current;
            }
        }
        finally
        {
            watch.End(finished);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<AnswerStep> steps, AnswerTelemetry watch)
    {
        try
        {
            return await steps.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            watch.Fail(failure);
            throw;
        }
    }
}
