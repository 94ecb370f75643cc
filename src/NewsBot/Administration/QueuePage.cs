using System.Globalization;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Teams.Proactive;
using NewsBot.Telemetry;

namespace NewsBot.Administration;

/// <summary>Shows staff what waits and what was given up, and tries it again for them. Thread-safe.</summary>
internal sealed class QueuePage(
    StaffGate gate,
    QueueStates queues,
    TeamsDeadLetters letters,
    SubscriptionList subscriptions,
    TimeProvider time
)
{
    /// <summary>Specifies the decision of a form that sends a post to Teams again.</summary>
    public const string Retry = "retry";

    /// <summary>Specifies the decision of a form that makes a waiting delivery due.</summary>
    public const string TryNow = "try-now";

    private const int MostListed = 50;

    // Of this many subscriptions, those with trouble are listed.
    private const int MostSubscriptions = 10_000;

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(context => WriteAsync(context, null, StatusCodes.Status200OK));

    /// <summary>Tries again what a form of the page names.</summary>
    public RequestDelegate Decide => gate.Form(DecideAsync);

    private async Task DecideAsync(HttpContext context, IFormCollection form)
    {
        var isNumber = long.TryParse(form["id"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var target = (form["decision"].ToString(), isNumber) switch
        {
            (Retry, true) => await letters.RetryAsync(id, context.RequestAborted) is { } conversation
                ? $"Teams post {form["id"]} to {conversation}"
                : null,
            (TryNow, true) => await TryNowAsync(context, id),
            _ => null,
        };
        if (target is null)
        {
            await WriteAsync(context, "Nothing was tried: it has been delivered or has ended meanwhile.", StatusCodes.Status404NotFound);
            return;
        }

        RequestAudit.Record(context, AuditActor.Page, AuditAction.PostRetried, target);
        await WriteAsync(context, "It is tried again now.", StatusCodes.Status200OK);
    }

    private async Task<string?> TryNowAsync(HttpContext context, long id) =>
        await subscriptions.ReadAsync(id - 1, 1, context.RequestAborted) is [var found]
        && found.Subscription.Id == id
        && DeskView.Shows(context, found)
        && await subscriptions.TryNowAsync(id, context.RequestAborted) is { } tried
            ? tried.Text
            : null;

    private async Task WriteAsync(HttpContext context, string? told, int status)
    {
        var stop = context.RequestAborted;
        try
        {
            var all = (await subscriptions.ReadAsync(0, MostSubscriptions, stop)).Where(one => DeskView.Shows(context, one)).ToList();
            await PageResponse.WriteAsync<QueueView>(
                context,
                new()
                {
                    [nameof(QueueView.Token)] = gate.Token,
                    [nameof(QueueView.Told)] = told,
                    [nameof(QueueView.Now)] = time.GetUtcNow(),
                    [nameof(QueueView.Queues)] = await queues.ReadAsync(stop),
                    [nameof(QueueView.Letters)] = await letters.ReadAsync(MostListed, stop),
                    [nameof(QueueView.Waiting)] = all.Where(one => one.Tries > 0).Take(MostListed).ToArray(),
                    [nameof(QueueView.Failed)] = all.Where(one => one.Last?.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Unknown)
                        .Take(MostListed)
                        .ToArray(),
                },
                status
            );
        }
        catch (StoreException failure)
        {
            await StaffGate.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, $"The queues cannot be read: {failure.Message}");
        }
    }
}
