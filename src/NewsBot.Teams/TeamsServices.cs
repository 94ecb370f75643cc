using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Http;
using NewsBot.Teams.Options;
using NewsBot.Teams.Proactive;
using NewsBot.Teams.Processing;
using NewsBot.Teams.Receiving;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams;

/// <summary>Adds Microsoft Teams to a host.</summary>
public static class TeamsServices
{
    /// <summary>Gets the name and version of the library that carries activities.</summary>
    public static string Library { get; } = $"Bot Framework SDK {typeof(CloudAdapter).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Gets what the channel keeps about people besides what all channels keep.</summary>
    public static IReadOnlyList<PersonalData> PersonalData => [TeamsStore.PersonalData];

    /// <summary>
    /// Adds Teams over the host's newsroom (<see cref="Newsroom.INewsroom"/>) and <see cref="StateDatabase"/>, to which it adds its tables.
    /// The endpoint is mapped by <see cref="TeamsEndpoints.MapTeams"/>. Middleware of the Bot Framework SDK is added to the
    /// <see cref="CloudAdapter"/>, a service: it sees every inbound activity.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The settings cannot be used; <see cref="TeamsOptionsCheck"/> finds the problems beforehand.
    /// </exception>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (TeamsOptionsCheck.Problems(options) is [var problem, ..])
            throw new ArgumentException($"{problem.Key} {problem.Remedy}", nameof(options));

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<TeamsMeter>();
        services.TryAddSingleton(_ => TeamsHttp.Create());
        services.AddSingleton(FeedbackStore.Schema);
        services.TryAddSingleton<FeedbackStore>();
        services.AddSingleton(CitedPosts.Schema);
        services.TryAddSingleton<CitedPosts>();
        services.AddSingleton(TeamsStore.Schema);
        services.AddSingleton<ITeamsStore>(provider => new TeamsStore(
            HostLock.Take(options.DataDirectory),
            provider.GetRequiredService<StateDatabase>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<IConnectorTokens>(provider => Tokens(options, provider));
        services.AddSingleton(provider => new TeamsCredentials(provider.GetRequiredService<IConnectorTokens>()));
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<SharedConnections>();
        services.AddSingleton<ConnectorCredentials>();
        services.AddSingleton<SdkTokenValidation>();
        services.AddSingleton<BotFrameworkAuthentication, ConnectorAuthentication>();
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<CloudAdapter>(provider => provider.GetRequiredService<TeamsAdapter>());
        services.AddSingleton<BotConnector>();
        services.AddSingleton<SendGate>();
        services.AddSingleton<PostDelivery>();
        services.AddSingleton<Notices>();
        services.AddSingleton<AnswerStreams>();
        services.AddSingleton<TurnAnswerer>();
        services.AddSingleton<InvokeAnswerer>();
        services.AddSingleton<TypingNotice>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<FollowUpOffers>();
        services.AddSingleton<ConversationLanes>();
        services.AddSingleton<ActivityIntake>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<TeamsPosts>();
        services.AddSingleton(provider => new TeamsDeadLetters(
            provider.GetRequiredService<ITeamsStore>(),
            provider.GetRequiredService<ConversationLanes>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IDigestChannel, TeamsDigestChannel>();
        services.AddSingleton<IPostedChannel, TeamsPostedChannel>();
        services.AddHostedService<TeamsWorker>();
        foreach (var queue in TeamsQueues.All)
            services.AddSingleton(queue);
        services.AddSingleton(provider => new RetentionRule(
            "Teams",
            (now, cancellationToken) =>
                provider
                    .GetRequiredService<ITeamsStore>()
                    .PurgeAsync(now - options.KeepFinished, now - options.KeepAnswers, cancellationToken)
        ));
        return services;
    }

    private static IConnectorTokens Tokens(TeamsOptions options, IServiceProvider provider)
    {
        if (!options.RequiresTokens)
            return new NoTokens();
        return options.TokenUrl is not null && options.AppType != TeamsAppType.UserAssignedMsi
            ? new TokenEndpointTokens(options, provider.GetRequiredService<TeamsHttp>(), provider.GetRequiredService<TimeProvider>())
            : new MsalTokens(options);
    }
}
