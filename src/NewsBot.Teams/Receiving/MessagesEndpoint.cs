using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>
/// <c>POST /api/messages</c>: whether a request is trusted and is an activity; what is goes on to the transport. 400 no activity, 401 not trusted,
/// 413 too long, 503 with Retry-After while there are no keys; else what the <see cref="ActivityIntake"/> says. Thread-safe.
/// </summary>
internal sealed class MessagesEndpoint(
    TeamsOptions options, TokenCheck tokens, ServiceHosts hosts, IActivityReceiver receiver, TeamsMeter meter, ILogger<MessagesEndpoint> log)
{
    /// <summary>The longest body that is read, in bytes: Teams itself stops at about 100 KB.</summary>
    private const int MaxBodyBytes = 256 * 1024;

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
            await receiver.ReceiveAsync(http, activity, body);
    }

    /// <summary>All refusals look alike; only while there are no keys at all is the caller asked to come again.</summary>
    private void Refuse(HttpContext http, TokenVerdict verdict)
    {
        meter.Refused.Add(1);
        log.Refused(verdict);
        (verdict == TokenVerdict.KeysMissing ? Receipt.ComeAgain : new Receipt(StatusCodes.Status401Unauthorized)).WriteHead(http.Response);
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
