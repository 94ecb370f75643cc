using Microsoft.AspNetCore.Http;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.HttpMode;

/// <summary>Receives the interactions that Discord sends over HTTP.</summary>
internal sealed class InteractionEndpoint(SignedRequest signed, IDiscordTransport transport, IDiscordEvents events, TimeProvider time)
{
    private const int Ping = 1;
    private const int MaxBodyBytes = 1024 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.9);

    /// <summary>Answers one call.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        // Discord sends wrong signatures on purpose, and removes the address from bots that accept one.
        if (!signed.IsValid(context.Request.Headers, body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await transport.ReadAsync(context.Request.Headers, body) is not { } received)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (received.Interaction.Type == Ping)
            await WriteAsync(context, received, InteractionCallback.Pong);
        else
            await AnswerAsync(context, received);
    }

    private async Task AnswerAsync(HttpContext context, ReceivedInteraction received)
    {
        var acknowledgement = new HttpAcknowledgement();
        context.Response.OnCompleted(() =>
        {
            acknowledgement.Complete(context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested);
            return Task.CompletedTask;
        });
        events.OnInteraction(received.Interaction, acknowledgement);
        try
        {
            await WriteAsync(context, received, await acknowledgement.Callback.WaitAsync(AnswerWithin, time, context.RequestAborted));
        }
        catch (TimeoutException)
        {
            // A repeated call is answered once: the repetition gets this response.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBodyBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        while ((count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + count > MaxBodyBytes)
                return null;
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, ReceivedInteraction received, InteractionCallback callback)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(received.Write(callback), context.RequestAborted);
    }
}
