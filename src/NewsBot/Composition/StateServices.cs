using NewsBot.Newsroom.State;
using NewsBot.Settings;

namespace NewsBot.Composition;

/// <summary>Adds the state database of the data directory.</summary>
internal static class StateServices
{
    /// <summary>Adds the database, with the tables of every <see cref="StateSchema"/> that is a service; it is opened when a feature first needs it.</summary>
    public static void AddState(this IServiceCollection services, NewsBotSettings settings) =>
        services.AddSingleton(provider => StateDatabase.Open(settings.StateFile, provider.GetServices<StateSchema>()));
}
