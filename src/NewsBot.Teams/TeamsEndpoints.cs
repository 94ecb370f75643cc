using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Teams.Receiving;

namespace NewsBot.Teams;

/// <summary>Maps the endpoint that Teams calls.</summary>
public static class TeamsEndpoints
{
    /// <summary>Specifies where Teams posts its activities.</summary>
    public const string Path = "/api/messages";

    /// <summary>Maps <c>POST</c> and <c>HEAD /api/messages</c>.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var endpoint = routes.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        routes.MapPost(Path, endpoint.HandleAsync);
        routes.MapMethods(Path, [HttpMethods.Head], () => Results.Ok());
        return routes;
    }
}
