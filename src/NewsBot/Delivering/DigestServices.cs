using NewsBot.Archive;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Semantics;
using NewsBot.Settings;
using Quartz;

namespace NewsBot.Delivering;

/// <summary>Adds digests, timelines and the delivery of subscriptions to the host.</summary>
internal static class DigestServices
{
    /// <summary>How often Quartz looks for what is due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    /// <summary>Adds what pages, API and channels ask for.</summary>
    public static void AddDigests(this IServiceCollection services, NewsBotSettings settings, ArticleArchive archive)
    {
        services.AddSingleton(provider => new DigestWriter(archive, provider.GetRequiredService<ArticleLinks>(), provider.GetRequiredService<ReadingModelLoader>()));
        services.AddSingleton(provider => new TimelineWriter(archive, provider.GetRequiredService<ArticleLinks>()));
        services.AddSingleton(SubscriptionStore.Schema);
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton(provider => new SubscriptionCommands(provider.GetRequiredService<SubscriptionStore>(), TimeProvider.System));
        services.AddSingleton<INewsroom>(provider => new NewsroomService(
            archive,
            provider.GetRequiredService<NewsroomKernel>(),
            provider.GetRequiredService<ArticleLinks>(),
            provider.GetRequiredService<DigestWriter>(),
            provider.GetRequiredService<TimelineWriter>(),
            provider.GetRequiredService<SubscriptionCommands>())
        {
            Desks = settings.Digests.Desks,
            Managers = settings.Digests.Managers.ToHashSet(StringComparer.Ordinal),
        });
    }

    /// <summary>Adds the clock that posts what is due; for the host that serves.</summary>
    public static void AddDigestDelivery(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DigestDelivery(
            provider.GetRequiredService<SubscriptionStore>(),
            [.. provider.GetServices<IDigestChannel>()],
            provider.GetRequiredService<INewsroom>().DigestAsync,
            TimeProvider.System,
            new DeliveryOptions(),
            provider.GetRequiredService<INewsroom>().Desks));
        services.AddQuartz(quartz => quartz.ScheduleJob<DigestJob>(trigger => trigger.WithIdentity("digests").WithSimpleSchedule(Tick)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
