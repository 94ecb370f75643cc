using NewsBot.Connections;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;

namespace NewsBot.Webhooks;

/// <summary>Adds webhooks to the host that serves.</summary>
internal static class WebhookServices
{
    /// <summary>Adds the channel and what the settings order. Before the delivery of digests and alerts, which it must precede.</summary>
    public static void AddWebhooks(this IServiceCollection services, NewsBotSettings settings)
    {
        services.AddSingleton<IDigestChannel>(provider => new WebhookChannel(
            settings.Webhooks,
            settings.Ingest.PrivateHosts,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HostProblems>()
        ));
        services.AddSingleton<StandingOrders>();
        services.AddHostedService(provider => new WebhookStart(
            provider.GetRequiredService<StandingOrders>(),
            [.. settings.Webhooks.Select(webhook => webhook.Order)]
        ));
    }
}
