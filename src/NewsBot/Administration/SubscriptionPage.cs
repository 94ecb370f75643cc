using System.Globalization;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Pages;
using NewsBot.Requests;
using NewsBot.Webhooks;

namespace NewsBot.Administration;

/// <summary>Lists the digests and alerts of all channels for staff, and stops them. Thread-safe.</summary>
internal sealed class SubscriptionPage(StaffGate gate, SubscriptionList subscriptions)
{
    /// <summary>Specifies the decision of a form that stops a digest or alert.</summary>
    public const string Stop = "stop";

    private const int PageSize = 50;

    /// <summary>Shows the page.</summary>
    public RequestDelegate Show => gate.Page(context => WriteAsync(context, null, StatusCodes.Status200OK));

    /// <summary>Stops what a form of the page names.</summary>
    public RequestDelegate Decide => gate.Form(DecideAsync);

    /// <summary>Determines whether a subscription can be stopped here: the settings would order those of webhooks again.</summary>
    public static bool MayStop(ListedSubscription listed) => listed.Subscription.Channel != WebhookChannel.ChannelName;

    private async Task DecideAsync(HttpContext context, IFormCollection form)
    {
        if (
            form["decision"] != Stop
            || !long.TryParse(form["id"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await subscriptions.ReadAsync(id - 1, 1, context.RequestAborted) is not [var found]
            || found.Subscription.Id != id
            || !DeskView.Shows(context, found)
            || !MayStop(found)
            || await subscriptions.StopAsync(id, context.RequestAborted) is not { } stopped
        )
        {
            await WriteAsync(context, "Nothing was stopped: it has ended meanwhile.", StatusCodes.Status404NotFound);
            return;
        }

        RequestAudit.Record(
            context,
            AuditActor.Page,
            stopped.Subscription.Kind == SubscriptionKind.Alert ? AuditAction.AlertStopped : AuditAction.SubscriptionStopped,
            $"{stopped.Text} ({stopped.Subscription.Channel}, {stopped.Subscription.Conversation})"
        );
        await WriteAsync(context, $"Stopped: {stopped.Text}.", StatusCodes.Status200OK);
    }

    private async Task WriteAsync(HttpContext context, string? told, int status)
    {
        var after = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var page = await subscriptions.ReadAsync(after, PageSize, context.RequestAborted);
        await PageResponse.WriteAsync<SubscriptionView>(
            context,
            new()
            {
                [nameof(SubscriptionView.Token)] = gate.Token,
                [nameof(SubscriptionView.Told)] = told,
                [nameof(SubscriptionView.Listed)] = page.Where(one => DeskView.Shows(context, one)).ToArray(),
                [nameof(SubscriptionView.IsFirst)] = after == 0,
                [nameof(SubscriptionView.Next)] = page.Count == PageSize ? page[^1].Subscription.Id : null,
            },
            status
        );
    }
}
