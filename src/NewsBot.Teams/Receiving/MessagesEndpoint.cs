using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.Answering;
using NewsBot.Teams.Keeping;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;
using NewsBot.Teams.Working;

namespace NewsBot.Teams.Receiving;

/// <summary>
/// <c>POST /api/messages</c>: checks, stores, acknowledges; the work comes after. 202 taken in (also when it came before), 200 answered invokes and types
/// that are not for this bot, 400 no activity, 401 not trusted, 413 too long, 501 unknown invokes, 503 with Retry-After come again. Thread-safe.
/// </summary>
internal sealed class MessagesEndpoint(
    TeamsOptions options, TokenCheck tokens, ServiceHosts hosts, ITeamsStore store, ConversationLanes lanes, InvokeAnswerer invokes, TimeProvider time, TeamsMeter meter, ILogger<MessagesEndpoint> log)
{
    /// <summary>The longest body that is read, in bytes: Teams itself stops at about 100 KB.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    private const string RetryAfterSeconds = "5";

    public async Task HandleAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var (verdict, token, key) = options.RequiresTokens
            ? await tokens.CheckAsync(http.Request.Headers.Authorization is [var only] ? only : null, cancellationToken)
            : (LoopbackPeer.Made(http.Request) ? TokenVerdict.Trusted : TokenVerdict.OtherServiceUrl, null, null);
        if (verdict != TokenVerdict.Trusted)
        {
            Refuse(http, verdict);
            return;
        }

        if (await ReadBodyAsync(http.Request, cancellationToken) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Parse(body) is not { } activity)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        verdict = token is null || key is null
            ? hosts.Allows(activity.ServiceUrl) ? TokenVerdict.Trusted : TokenVerdict.ServiceNotAllowed
            : tokens.Covers(token, key, activity);
        if (verdict != TokenVerdict.Trusted)
            Refuse(http, verdict);
        else
            await TakeAsync(http, activity, body, cancellationToken);
    }

    private async Task TakeAsync(HttpContext http, Activity activity, byte[] body, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Invoke:
                await AnswerInvokeAsync(http, activity, cancellationToken);
                break;
            case ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageReaction or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate:
                if (TurnContext.Of(activity) is { } context)
                    http.Response.StatusCode = await AcceptAsync(http, context, body);
                else
                    http.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status200OK;
                break;
        }
    }

    private async Task<int> AcceptAsync(HttpContext http, TurnContext context, byte[] body)
    {
        var turn = new InboundTurn(TurnKey.Of(context.Activity, body), context.Conversation, time.GetUtcNow(), body);
        var reserved = lanes.TryReserve();
        try
        {
            // A caller that hangs up does not undo the storing: it may be done already, and the message must then be worked on.
            if (!reserved)
            {
                if (await store.IsKnownAsync(turn.Key, CancellationToken.None))
                    return StatusCodes.Status202Accepted;
                meter.QueueFull.Add(1);
                log.QueueFull(options.QueueCapacity);
                return ComeAgain(http);
            }

            var accepted = await store.AcceptAsync(turn, id => lanes.Enqueue(new UnfinishedWork(turn.Conversation, id, null, null, false)), CancellationToken.None);
            if (accepted.IsNew)
            {
                meter.Accepted.Add(1);
                reserved = false;
            }
            else
            {
                meter.Duplicates.Add(1);
            }

            return StatusCodes.Status202Accepted;
        }
#pragma warning disable CA1031 // The border of the request: what is not stored is not acknowledged.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.NotStored(e);
            return ComeAgain(http);
        }
        finally
        {
            if (reserved)
                lanes.Release();
        }
    }

    private async Task AnswerInvokeAsync(HttpContext http, Activity activity, CancellationToken cancellationToken)
    {
        if (TurnContext.Of(activity) is not { } context)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            if (await invokes.AnswerAsync(context, cancellationToken) is not { } answer)
            {
                http.Response.StatusCode = StatusCodes.Status501NotImplemented;
                return;
            }

            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.Body.WriteAsync(answer, cancellationToken);
        }
#pragma warning disable CA1031 // The border of the request.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.InvokeFailed(e);
            if (!http.Response.HasStarted)
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>All refusals look alike; only while there are no keys at all is the caller asked to come again.</summary>
    private void Refuse(HttpContext http, TokenVerdict verdict)
    {
        meter.Refused.Add(1);
        log.Refused(verdict);
        http.Response.StatusCode = verdict == TokenVerdict.KeysMissing ? ComeAgain(http) : StatusCodes.Status401Unauthorized;
    }

    private static int ComeAgain(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Null when the body is too long.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBodyBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static Activity? Parse(byte[] body)
    {
        try
        {
            return TeamsJson.Read(body) is { Type: { Length: > 0 } } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
