using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Store;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Processing;

/// <summary>Takes one message from the store to its outcome. Thread-safe across conversations.</summary>
internal sealed class TurnRunner(
    TeamsOptions options,
    ITeamsStore store,
    TurnAnswerer answerer,
    TypingNotice typing,
    TimeProvider time,
    ILogger<TurnRunner> log
) : IDisposable
{
    private readonly SemaphoreSlim _workers = new(options.Workers, options.Workers);

    /// <summary>Answers the message, and stores the outcome.</summary>
    /// <param name="turn">The message's number in the store.</param>
    /// <param name="known">The message, if already read; null: it is read from the store, unless it is finished.</param>
    /// <param name="isLast">Whether nothing else waits in this conversation: there is time to show that the bot is typing.</param>
    /// <param name="stopping">Leaves the message for the next start.</param>
    public async Task<FinishedTurn> RunAsync(long turn, TurnContext? known, bool isLast, CancellationToken stopping)
    {
        if (known is null)
        {
            if (await store.ReadTurnAsync(turn, stopping) is not { } body)
                return new FinishedTurn([]);
            known = Read(turn, body);
        }

        if (known is not { } context)
            return new FinishedTurn(await store.FinishTurnAsync(turn, new TurnOutcome { At = time.GetUtcNow() }, stopping));

        await using var notice = isLast && TurnAnswerer.IsAwaited(context) ? typing.Begin(context, stopping) : null;
        var outcome = await AnswerAsync(turn, context, stopping);
        return new FinishedTurn(
            await store.FinishTurnAsync(turn, outcome, stopping),
            outcome.LeadsOn is { } answer ? new FollowUpOffer(context, answer) : null
        );
    }

    public void Dispose() => _workers.Dispose();

    /// <summary>Returns the activity; null when it cannot be answered, which a newer version may have stored.</summary>
    private TurnContext? Read(long turn, byte[] body)
    {
        try
        {
            return TeamsJson.Read(body) is { } activity ? TurnContext.Of(activity) : null;
        }
        catch (JsonException e)
        {
            log.TurnFailed(e, turn);
            return null;
        }
    }

    /// <summary>
    /// Determines whether the message waits until the database that articles and messages share answers again: a failure cannot be stored
    /// before, either.
    /// </summary>
    private bool IsTriedAgain(Exception failure) =>
        store.IsShared && failure is StoreException { Failure: StoreFailure.Unavailable or StoreFailure.Busy or StoreFailure.Device };

    private async Task<TurnOutcome> AnswerAsync(long turn, TurnContext context, CancellationToken stopping)
    {
        await _workers.WaitAsync(stopping);
        try
        {
            // On a separate thread: a question that keeps the processor busy must not hold up acknowledgements.
            return await Task
                .Factory.StartNew(
                    () => answerer.AnswerAsync(context, stopping),
                    stopping,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
                .Unwrap();
        }
#pragma warning disable CA1031 // The edge of a turn: the reader gets a calm sentence, the log the exception.
        catch (Exception e) when (!IsTriedAgain(e) && (e is not OperationCanceledException || !stopping.IsCancellationRequested))
#pragma warning restore CA1031
        {
            log.TurnFailed(e, turn);
            return new TurnOutcome
            {
                At = time.GetUtcNow(),
                Posts =
                    context.Activity.Type == ActivityTypes.Message
                        ? [context.Reply(new ShownMessage(AnswerMessage.Text(Sentences.Failure(turn))))]
                        : [],
            };
        }
        finally
        {
            _workers.Release();
        }
    }
}
