using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Bridges.BotFramework.Delivering;
using NewsBot.Bridges.BotFramework.Receiving;
using NewsBot.Bridges.BotFramework.Trust;
using NewsBot.Teams.Delivering;
using NewsBot.Teams.Receiving;

namespace NewsBot.Bridges.BotFramework;

/// <summary>Lets the Bot Framework SDK carry activities between Teams and the adapter.</summary>
public static class BotFrameworkTransport
{
    /// <summary>
    /// Adds the transport; call it before <c>AddTeams</c>, whose own then stays out. Inbox, outbox, quotas, rendering and rules remain the adapter's.
    /// Middleware goes on the <see cref="CloudAdapter"/>, which is a service: it sees every activity that comes in.
    /// </summary>
    public static IServiceCollection AddBotFrameworkTransport(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<SharedConnections>();
        services.AddSingleton<ConnectorCredentials>();
        services.AddSingleton<SdkTokenValidation>();
        services.AddSingleton<BotFrameworkAuthentication, ConnectorAuthentication>();
        services.AddSingleton(provider => new CloudAdapter(provider.GetRequiredService<BotFrameworkAuthentication>(), provider.GetRequiredService<ILogger<CloudAdapter>>()));
        services.AddSingleton<IActivityReceiver, CloudReceiver>();
        services.AddSingleton<IConnector, CloudConnector>();
        return services;
    }
}
