using NewsBot.Access;
using NewsBot.ApiDocument;
using NewsBot.Archive;
using NewsBot.Archive.Embedding;
using NewsBot.Connections;
using NewsBot.Requests;
using NewsBot.Wire;

namespace NewsBot.Http;

/// <summary>Serves the health checks of an orchestrator.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (the store answers, too).</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes
            .MapMethods(
                "/health/live",
                methods,
                (RequestDelegate)(context => JsonResponse.WriteAsync(context, new HealthJson("live", null), NewsBotJson.Wire.HealthJson))
            )
            .WithMetadata(EndpointAccess.Channel)
            .Describe(ApiOperations.Live);
        routes.MapMethods("/health/ready", methods, CheckStoreAsync).WithMetadata(EndpointAccess.Channel).Describe(ApiOperations.Ready);
    }

    private static async Task CheckStoreAsync(HttpContext context)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        timeout.CancelAfter(StoreTimeout);
        int articles;
        try
        {
            articles = await context.RequestServices.GetRequiredService<ArticleArchive>().CountAsync(timeout.Token);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            // For the caller, silence means the same as whatever the store throws.
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.Health").StoreIsSilent(error);
            await new Problem(StatusCodes.Status503ServiceUnavailable, "The store does not answer.").WriteAsync(context);
            return;
        }

        if (context.RequestServices.GetRequiredService<CurrentCaller>().OrNull?.Scopes.HasFlag(AccessScope.Admin) != true)
        {
            await JsonResponse.WriteAsync(context, new HealthJson("ready", null), NewsBotJson.Wire.HealthJson);
            return;
        }

        var failing = context.RequestServices.GetRequiredService<HostProblems>().All;
        var embeddings = EmbeddingsJson.From(context.RequestServices.GetService<PassageEmbeddings>()?.Progress);
        var health = new HealthJson("ready", articles, embeddings, failing.Count > 0 ? failing : null);
        await JsonResponse.WriteAsync(context, health, NewsBotJson.Wire.HealthJson);
    }
}
