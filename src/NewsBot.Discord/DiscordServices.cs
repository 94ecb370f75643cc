using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Discord.HttpMode;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Turns;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Discord;

/// <summary>Adds Discord to a host.</summary>
public static class DiscordServices
{
    /// <summary>Specifies the address to which Discord sends interactions in <see cref="DiscordMode.Http"/>.</summary>
    public const string InteractionsPath = "/api/discord/interactions";

    /// <summary>Gets what the channel keeps about people besides what all channels keep.</summary>
    public static IReadOnlyList<PersonalData> PersonalData => DiscordState.PersonalData;

    /// <summary>Determines whether a text is a public key with meaningful signatures: 64 hexadecimal digits of a valid point.</summary>
    public static bool IsPublicKey(string? text) => ApplicationKey.TryRead(text) is not null;

    /// <summary>
    /// Runs the adapter with the host, which provides an <see cref="INewsroom"/> and a <see cref="StateDatabase"/>; with a
    /// <see cref="Newsroom.Spending.SharedSpending"/>, too, limits count over all hosts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Valid.</param>
    /// <param name="transport">The traffic carrier; null: NewsBot's own.</param>
    public static IServiceCollection AddNewsDiscord(
        this IServiceCollection services,
        DiscordOptions options,
        DiscordTransport? transport = null
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(transport ?? DiscordTransport.Own);
        services.AddSingleton(FeedbackStore.Schema);
        services.TryAddSingleton<FeedbackStore>();
        services.AddSingleton(CitedPosts.Schema);
        services.TryAddSingleton<CitedPosts>();
        services.AddSingleton(DiscordState.Schema);
        services.AddSingleton<DiscordState>();
        services.AddSingleton<DiscordInbox>();
        services.AddSingleton(provider => new QueueReader("discord", (_, _) => provider.GetRequiredService<DiscordService>().Turns.Queue));
        services.AddSingleton(provider => new RetentionRule(
            "Discord",
            async (_, cancellationToken) =>
            {
                await provider.GetRequiredService<DiscordState>().ForgetAsync(options.KeepReplies, cancellationToken);
                await provider.GetRequiredService<DiscordInbox>().ForgetAsync(Delivery.TokenLife, cancellationToken);
            }
        ));
        services.AddSingleton<DiscordService>();
        services.AddHostedService(provider => provider.GetRequiredService<DiscordService>());
        services.AddSingleton(provider => provider.GetRequiredService<DiscordService>().DigestChannel);
        services.AddSingleton<IPostedChannel>(provider => provider.GetRequiredService<DiscordService>().Posted);
        return services;
    }

    /// <summary>Maps the address for interactions; does nothing when Discord is off or uses the gateway.</summary>
    public static IEndpointRouteBuilder MapNewsDiscord(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<DiscordOptions>() is { Mode: DiscordMode.Http })
        {
            routes.MapPost(
                InteractionsPath,
                (RequestDelegate)(
                    context =>
                    {
                        if (context.RequestServices.GetRequiredService<DiscordService>().Endpoint is { } endpoint)
                            return endpoint.HandleAsync(context);
                        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                        return Task.CompletedTask;
                    }
                )
            );
        }

        return routes;
    }
}
