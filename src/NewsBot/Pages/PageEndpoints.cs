using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsBot.Archive;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Questions;
using NewsBot.Requests;
using NewsBot.Search.Index;
using NewsBot.Settings;

namespace NewsBot.Pages;

/// <summary>What people read: chat, search, digests, timelines and articles. Every page works without JavaScript.</summary>
internal static class PageEndpoints
{
    private const int SearchResults = 20;

    /// <summary>Registers what the pages need.</summary>
    public static void AddPages(this IServiceCollection services, NewsBotSettings settings)
    {
        services.AddSingleton(new PagePaths(settings.PublicUrl?.AbsolutePath ?? ""));
        services.AddSingleton<WrittenAnswers>();
        services.AddSingleton<Conversation>();
        services.AddSingleton<StaffPages>();
        // Letters of every script stay as they are; what means something to HTML is encoded all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/", methods, ShowChatAsync);
        routes.MapMethods("/answer", methods, ShowAnswerAsync);
        routes.MapGet("/answer/stream", AnswerStream.ServeAsync);
        routes.MapMethods("/sources", methods, ShowSourcesAsync);
        routes.MapMethods("/digest", methods, DigestPages.ShowDigestAsync);
        routes.MapMethods("/timeline", methods, DigestPages.ShowTimelineAsync);
        routes.MapMethods("/articles/{**source}", methods, ShowArticleAsync);
        var staff = routes.ServiceProvider.GetRequiredService<StaffPages>();
        routes.MapMethods(StaffPages.Path, methods, staff.ShowAsync);
        routes.MapPost(StaffPages.Path, staff.DecideAsync);
        routes.MapMethods("/assets/{name}", methods, PageAssets.ServeAsync);
    }

    private static async Task ShowChatAsync(HttpContext context)
    {
        var conversation = context.RequestServices.GetRequiredService<Conversation>();
        var id = Guid.NewGuid().ToString("N");
        var turns = await conversation.AskAllAsync(context.Request.Query["q"], id, HttpMethods.IsGet(context.Request.Method), context.RequestAborted);
        var archive = context.RequestServices.GetRequiredService<ArticleArchive>();
        await PageResponse.WriteAsync<ChatPage>(context, new()
        {
            [nameof(ChatPage.Turns)] = turns,
            [nameof(ChatPage.Examples)] = turns.Count > 0 ? Array.Empty<string>() : await conversation.ExamplesAsync(context.RequestAborted),
            [nameof(ChatPage.Id)] = id,
            [nameof(ChatPage.IsStreamed)] = conversation.WritesWithModel,
            [nameof(ChatPage.Articles)] = await archive.CountAsync(context.RequestAborted),
        });
    }

    /// <summary>One turn as a fragment, which the chat's script puts at the end of the column.</summary>
    private static async Task ShowAnswerAsync(HttpContext context)
    {
        var conversation = context.RequestServices.GetRequiredService<Conversation>();
        var turn = await conversation.AskAsync(AskedQuestion.Read(context.Request.Query), context.RequestAborted);
        await PageResponse.WriteAsync<TurnView>(context, new() { [nameof(TurnView.Turn)] = turn });
    }

    private static async Task ShowSourcesAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString().Trim();
        var isTooLong = query.Length > QuestionRequest.MaxChars;
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        await PageResponse.WriteAsync<SourcesPage>(context, new()
        {
            [nameof(SourcesPage.Query)] = query,
            [nameof(SourcesPage.IsTooLong)] = isTooLong,
            [nameof(SourcesPage.Passages)] = query.Length == 0 || isTooLong
                ? Array.Empty<RetrievedPassage>()
                : await newsroom.SearchAsync(new PassageQuery { Text = query, Top = SearchResults }, context.RequestAborted),
        });
    }

    private static async Task ShowArticleAsync(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        foreach (var source in RequestedSource.Candidates(context.Request, "/articles/"))
        {
            if (await newsroom.FindArticleAsync(source, context.RequestAborted) is not { } found) continue;
            var quotes = PagePaths.ReadQuotes(context.Request.Query["quotes"], found.Article.Text.Length);
            await PageResponse.WriteAsync<ArticlePage>(context, new() { [nameof(ArticlePage.Archived)] = found, [nameof(ArticlePage.Quotes)] = quotes });
            return;
        }

        await FailurePage.WriteAsync(context, new Problem(
            StatusCodes.Status404NotFound,
            "The archive has no article with this source. It may have been withdrawn, or the link may be cut short."));
    }
}
