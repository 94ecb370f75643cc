using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;
using NewsBot.Teams.Processing;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>
/// Stores an activity and acknowledges it; the work follows. 202 accepted (also when received before), 200 answered invokes and types that
/// are not for this bot, 400 an activity that cannot be answered, 501 unknown invokes, 503 try again. Thread-safe.
/// </summary>
internal sealed class ActivityIntake(
    TeamsOptions options,
    ITeamsStore store,
    ConversationLanes lanes,
    InvokeAnswerer invokes,
    TimeProvider time,
    TeamsMeter meter,
    ILogger<ActivityIntake> log
)
{
    /// <summary>Accepts an activity whose sender is trusted.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="body">The same as received.</param>
    /// <param name="cancellationToken">Stops answering an invoke. Storing in progress is completed.</param>
    public async Task<Receipt> TakeAsync(Activity activity, byte[] body, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Invoke:
                return TurnContext.Of(activity) is { } invoke
                    ? await AnswerAsync(invoke, cancellationToken)
                    : new Receipt(StatusCodes.Status400BadRequest);
            case ActivityTypes.Message
            or ActivityTypes.MessageUpdate
            or ActivityTypes.MessageReaction
            or ActivityTypes.ConversationUpdate
            or ActivityTypes.InstallationUpdate:
                return TurnContext.Of(activity) is { } context
                    ? await AcceptAsync(context, body)
                    : new Receipt(StatusCodes.Status400BadRequest);
            default:
                return new Receipt(StatusCodes.Status200OK);
        }
    }

    private async Task<Receipt> AcceptAsync(TurnContext context, byte[] body)
    {
        var turn = new InboundTurn(TurnKey.Of(context.Activity, body), context.Conversation, time.GetUtcNow(), body);
        var reserved = lanes.TryReserve();
        try
        {
            // A caller that hangs up does not undo the storing: it may be complete, and the message must then be processed.
            if (!reserved)
            {
                if (await store.IsKnownAsync(turn.Key, CancellationToken.None))
                    return new Receipt(StatusCodes.Status202Accepted);
                meter.QueueFull.Add(1);
                log.QueueFull(options.QueueCapacity);
                return Receipt.ComeAgain;
            }

            var accepted = await store.AcceptAsync(
                turn,
                id =>
                    lanes.Enqueue(
                        new LaneWork
                        {
                            Conversation = turn.Conversation,
                            Turn = id,
                            Message = context,
                        }
                    ),
                CancellationToken.None
            );
            if (accepted.IsNew)
            {
                meter.Accepted.Add(1);
                reserved = !accepted.IsOurs;
            }
            else
            {
                meter.Duplicates.Add(1);
            }

            return new Receipt(StatusCodes.Status202Accepted);
        }
#pragma warning disable CA1031 // The edge of the request: what is not stored is not acknowledged.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.NotStored(e);
            return Receipt.ComeAgain;
        }
        finally
        {
            if (reserved)
                lanes.Release();
        }
    }

    private async Task<Receipt> AnswerAsync(TurnContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await invokes.AnswerAsync(context, cancellationToken) is { } answer
                ? new Receipt(StatusCodes.Status200OK, answer)
                : new Receipt(StatusCodes.Status501NotImplemented);
        }
#pragma warning disable CA1031 // The edge of the request.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.InvokeFailed(e);
            return new Receipt(StatusCodes.Status500InternalServerError);
        }
    }
}
