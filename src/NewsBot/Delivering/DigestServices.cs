using NewsBot.Newsroom;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;
using Quartz;

namespace NewsBot.Delivering;

/// <summary>Adds the delivery of digests to the host.</summary>
internal static class DigestServices
{
    /// <summary>Specifies how often Quartz looks for digests that are due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    /// <summary>Adds the clock that posts due digests; for the host that serves.</summary>
    public static void AddDigestDelivery(this IServiceCollection services)
    {
        services.AddSingleton<DigestCorrections>().AddSingleton<DigestNews>();
        services.AddSingleton(provider => new DigestDelivery(
            provider.GetRequiredService<SubscriptionStore>(),
            [.. provider.GetServices<IDigestChannel>()],
            provider.GetRequiredService<DigestNews>(),
            provider.GetRequiredService<TimeProvider>(),
            new DeliveryOptions(),
            () => provider.GetRequiredService<INewsroom>().Desks
        ));
        services.AddHostedService<WithdrawalService>();
        services.AddQuartz(quartz => quartz.ScheduleJob<DigestJob>(trigger => trigger.WithIdentity("digests").WithSimpleSchedule(Tick)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
