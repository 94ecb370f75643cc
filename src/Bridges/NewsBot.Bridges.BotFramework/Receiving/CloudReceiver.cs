using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;
using NewsBot.Teams;
using NewsBot.Teams.Receiving;
using NewsBot.Teams.Wire;

namespace NewsBot.Bridges.BotFramework.Receiving;

/// <summary>Brings activities to the intake through the SDK's adapter: its parsing, its authentication, its middleware. Thread-safe.</summary>
internal sealed class CloudReceiver(CloudAdapter adapter, ActivityIntake intake, TeamsMeter meter, ILogger<CloudReceiver> log) : IActivityReceiver
{
    public async Task ReceiveAsync(HttpContext http, Activity activity, byte[] body)
    {
        using var again = new MemoryStream(body, writable: false);
        http.Request.Body = again;
        var bot = new IntakeBot(intake, activity, body);
        await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
        if (bot.Receipt is { } receipt)
        {
            // The SDK says 200 to everything but invokes.
            if (!http.Response.HasStarted)
                receipt.WriteHead(http.Response);
            return;
        }

        meter.Refused.Add(1);
        log.RefusedBySdk(http.Response.StatusCode);
    }
}
