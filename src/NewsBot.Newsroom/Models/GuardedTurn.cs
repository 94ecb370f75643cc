using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Represents one turn of the language model, limited by the reader's patience. Any failure ends it; statements already
/// returned remain valid.
/// </summary>
/// <param name="newsroom">The language model and its limits.</param>
/// <param name="retriever">Finds passages.</param>
/// <param name="tools">The tools that the language model may call.</param>
/// <param name="asked">The question.</param>
internal sealed class GuardedTurn(ModelNewsroom newsroom, PassageRetriever retriever, IReadOnlyList<AIFunction> tools, AskedQuestion asked)
{
    /// <summary>Returns the statements that may be shown. Throws only when the reader leaves or the store fails.</summary>
    public async IAsyncEnumerable<GroundedStatement> WriteAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(newsroom.Time.GetUtcNow()).ToString("N");
        var start = newsroom.Time.GetTimestamp();
        using var patience = new CancellationTokenSource(newsroom.Options.Patience, newsroom.Time);
        var turn = newsroom.Begin(tools, asked.Rights, patience.Token);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        int judged = 0,
            stands = 0;
        var failure = ModelFailure.None;
        await using var outcomes = OutcomesAsync(turn, patience.Token, both.Token).GetAsyncEnumerator(CancellationToken.None);
        while (true)
        {
            try
            {
                if (!await outcomes.MoveNextAsync().ConfigureAwait(false))
                    break;
            }
            catch (ModelException broken)
            {
                failure = broken.Failure;
                break;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                failure = ModelFailure.Timeout;
                break;
            }

            var outcome = outcomes.Current;
            var fate =
                outcome.Statement is null ? "dropped"
                : outcome.IsReplaced ? "replaced"
                : "kept";
            var reasons = string.Join(' ', outcome.Reasons.Select(reason => reason.Code).Distinct());
            newsroom.Log.Judged(id, ++judged, fate, reasons);
            if (outcome.Statement is not { } statement)
                continue;
            stands++;
            yield return statement;
        }

        var waited = newsroom.Time.GetElapsedTime(start);
        newsroom.Budget.Spend(asked.Request.BudgetAccount, turn.Tokens, waited);
        if (failure == ModelFailure.None)
            failure = turn.Failure;
        newsroom.Log.Turned(id, newsroom.Options.Name, stands, (long)waited.TotalMilliseconds, turn.Tokens, failure);
    }

    private async IAsyncEnumerable<GroundingOutcome> OutcomesAsync(
        ModelTurn turn,
        CancellationToken patience,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var question = await newsroom.StandaloneAsync(asked.Understood, asked.Previous, patience, cancellationToken).ConfigureAwait(false);
        var passages = await retriever.RetrieveAsync(AnnotatedText.Read(question), asked.Rights, cancellationToken).ConfigureAwait(false);
        await foreach (
            var outcome in turn.WriteAsync(question, passages, asked.Extractive, asked.Reader, cancellationToken).ConfigureAwait(false)
        )
            yield return outcome;
    }
}
