using NewsBot.Access;
using NewsBot.Pages;

namespace NewsBot.Administration;

/// <summary>Adds the pages on which staff see how the host fares, and look after it.</summary>
internal static class AdminServices
{
    /// <summary>Registers the pages.</summary>
    public static void AddAdministration(this IServiceCollection services) =>
        services
            .AddSingleton<OverviewPage>()
            .AddSingleton<QueuePage>()
            .AddSingleton<SubscriptionPage>()
            .AddSingleton<FeedbackPage>()
            .AddSingleton<QuestionPage>()
            .AddSingleton<KeyPage>();

    /// <summary>Maps the pages.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider;
        var (queues, subscriptions) = (pages.GetRequiredService<QueuePage>(), pages.GetRequiredService<SubscriptionPage>());
        var keys = pages.GetRequiredService<KeyPage>();
        Map("", pages.GetRequiredService<OverviewPage>().Show);
        Map("/queues", queues.Show, queues.Decide);
        Map("/subscriptions", subscriptions.Show, subscriptions.Decide);
        Map("/feedback", pages.GetRequiredService<FeedbackPage>().Show);
        Map("/questions", pages.GetRequiredService<QuestionPage>().Show);
        Map("/keys", keys.Show, keys.Decide);

        void Map(string path, RequestDelegate show, RequestDelegate? decide = null)
        {
            string[] methods = [HttpMethods.Get, HttpMethods.Head];
            routes.MapMethods(PagePaths.AdminPath + path, methods, show).WithMetadata(EndpointAccess.Staff);
            if (decide is not null)
                routes.MapPost(PagePaths.AdminPath + path, decide).WithMetadata(EndpointAccess.Staff);
        }
    }
}
