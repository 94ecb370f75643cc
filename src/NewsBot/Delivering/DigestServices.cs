using NewsBot.Archive;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Subscriptions;
using Quartz;

namespace NewsBot.Delivering;

/// <summary>Adds the delivery of digests and alerts to the host.</summary>
internal static class DigestServices
{
    /// <summary>Specifies how often Quartz looks for digests that are due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    /// <summary>Adds the clocks that post due digests, and what alerts find; for the host that serves.</summary>
    public static void AddDigestDelivery(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DigestDelivery(
            provider.GetRequiredService<SubscriptionStore>(),
            [.. provider.GetServices<IDigestChannel>()],
            provider.GetRequiredService<DigestNews>(),
            provider.GetRequiredService<TimeProvider>(),
            new DeliveryOptions(),
            () => provider.GetRequiredService<INewsroom>().Desks
        ));
        services.AddSingleton(provider => new AlertDelivery(
            provider.GetRequiredService<AlertStore>(),
            provider.GetRequiredService<SubscriptionStore>(),
            [.. provider.GetServices<IDigestChannel>()],
            provider.GetRequiredService<ArticleArchive>(),
            provider.GetRequiredService<ArticleLinks>(),
            provider.GetRequiredService<INewsroom>().AskAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<AlertOptions>(),
            new DeliveryOptions(),
            () => provider.GetRequiredService<INewsroom>().Desks
        ));
        services.AddHostedService<WithdrawalService>();
        services.AddHostedService<AlertService>();
        services.AddQuartz(quartz => quartz.ScheduleJob<DigestJob>(trigger => trigger.WithIdentity("digests").WithSimpleSchedule(Tick)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
