using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>
/// Serves <c>POST /api/messages</c>: checks whether a request is trusted and is an activity, and passes it through the SDK's adapter to the
/// <see cref="ActivityIntake"/>. 400 not an activity, 401 not trusted, 413 too long, 503 with Retry-After while there are no keys;
/// otherwise the intake's status. Thread-safe.
/// </summary>
internal sealed class MessagesEndpoint(
    TeamsOptions options,
    TokenCheck tokens,
    ServiceHosts hosts,
    TeamsAdapter adapter,
    ActivityIntake intake,
    TeamsMeter meter,
    ILogger<MessagesEndpoint> log
)
{
    /// <summary>Specifies the maximum length of a body in bytes: Teams itself stops at about 100 KB.</summary>
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

        verdict =
            token is null || key is null
                ? hosts.Allows(activity.ServiceUrl)
                    ? TokenVerdict.Trusted
                    : TokenVerdict.ServiceNotAllowed
                : tokens.Covers(token, key, activity);
        if (verdict != TokenVerdict.Trusted)
        {
            if (
                !options.RequiresTokens
                && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url)
                && ServiceHosts.IsLoopback(url)
            )
                log.LocalPortRefused(url.Port);
            Refuse(http, verdict);
        }
        else
            await ReceiveAsync(http, activity, body);
    }

    private async Task ReceiveAsync(HttpContext http, Activity activity, byte[] body)
    {
        // A middleware of the SDK's adapter that ends the turn acknowledges it.
        var receipt = new Receipt(StatusCodes.Status200OK);
        try
        {
            await adapter.ReceiveAsync(
                http.Request.Headers.Authorization.ToString(),
                activity,
                async stopping => receipt = await intake.TakeAsync(activity, body, stopping),
                http.RequestAborted
            );
        }
        catch (UnauthorizedAccessException e)
        {
            log.RefusedBySdk(e.Message);
            Refuse(http, TokenVerdict.RefusedBySdk);
            return;
        }

        await receipt.WriteAsync(http.Response, http.RequestAborted);
    }

    /// <summary>
    /// Rejects a request. All rejections look alike; only while there are no keys at all is the caller asked to try again.
    /// </summary>
    private void Refuse(HttpContext http, TokenVerdict verdict)
    {
        meter.Refused.Add(1);
        log.Refused(verdict);
        (verdict == TokenVerdict.KeysMissing ? Receipt.ComeAgain : new Receipt(StatusCodes.Status401Unauthorized)).WriteHead(http.Response);
    }

    /// <summary>Returns the body; null when it is too long.</summary>
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
