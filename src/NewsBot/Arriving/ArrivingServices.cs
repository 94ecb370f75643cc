using NewsBot.Settings;

namespace NewsBot.Arriving;

/// <summary>Adds the services by which articles arrive unattended while the host serves.</summary>
internal static class ArrivingServices
{
    /// <summary>Watches the folders and fetches the feeds in the settings; does nothing where there are none.</summary>
    public static void AddArriving(this IServiceCollection services, IngestSettings settings)
    {
        services.AddSingleton<ArrivalStates>();
        if (settings.Watch.Count == 0 && settings.Feeds.Count == 0)
            return;
        services.AddSingleton(settings).AddSingleton<ArrivalMeter>().AddSingleton<ArrivalDesk>();
        if (settings.Watch.Count > 0)
            services.AddHostedService<FolderService>();
        if (settings.Feeds.Count == 0)
            return;
        services.AddSingleton(FeedStates.Schema).AddSingleton<FeedStates>();
        services.AddSingleton(provider => new FeedFetcher(settings.PrivateHosts, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<FeedService>();
    }
}
