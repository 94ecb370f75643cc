using NewsBot.Newsroom.Alerts;

namespace NewsBot.Webhooks;

/// <summary>Makes subscriptions of the webhooks in the settings when the host starts, and ends those that are no longer there.</summary>
internal sealed class WebhookStart(StandingOrders orders, IReadOnlyList<StandingOrder> wanted) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => orders.ApplyAsync(WebhookChannel.ChannelName, wanted, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
