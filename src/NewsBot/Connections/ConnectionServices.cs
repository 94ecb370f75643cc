using NewsBot.Settings;
using NewsBot.Teams;

namespace NewsBot.Connections;

/// <summary>Adds the checks of the services that the settings name, for the host that serves.</summary>
internal static class ConnectionServices
{
    /// <summary>Adds the checks, and the service that runs them; none where nothing is set up.</summary>
    public static void AddConnectionChecks(this IServiceCollection services, NewsBotSettings settings)
    {
        if (settings.Model.Endpoint is not null)
            services.AddSingleton<IConnectionCheck>(_ => new ModelCheck(settings.Model, new HttpClient()));
        if (settings.Teams.AppId is not null)
            services.AddSingleton<IConnectionCheck>(provider => new TeamsCheck(provider.GetRequiredService<TeamsCredentials>()));
        services.AddHostedService<ConnectionService>();
    }
}
