using System.Globalization;
using NewsBot.Access;
using NewsBot.ApiDocument;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Questions;
using NewsBot.Requests;
using NewsBot.Search.Index;
using NewsBot.Wire;

namespace NewsBot.Http;

/// <summary>Serves the addresses that programs call.</summary>
internal static class ApiEndpoints
{
    private const int DefaultTop = 10;
    private const int MaxTop = 100;

    /// <summary>Maps every address under <c>/api</c>.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/ask", AskAsync).WithMetadata(EndpointAccess.Question).Describe(ApiOperations.Ask);
        routes.MapPost("/api/ground", GroundEndpoint.WriteAsync).WithMetadata(EndpointAccess.Question).Describe(ApiOperations.Ground);
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/api/sources", methods, SearchAsync).WithMetadata(EndpointAccess.Reading).Describe(ApiOperations.Sources);
        routes
            .MapMethods(FeedEndpoint.Path, methods, FeedEndpoint.WriteSearchAsync)
            .WithMetadata(EndpointAccess.Reading)
            .Describe(ApiOperations.SearchFeed);
        routes
            .MapMethods(FeedEndpoint.Path + "/digest", methods, FeedEndpoint.WriteDigestAsync)
            .WithMetadata(EndpointAccess.Writing)
            .Describe(ApiOperations.DigestFeed);
        routes
            .MapMethods(FeedEndpoint.Path + "/alert", methods, FeedEndpoint.WriteAlertAsync)
            .WithMetadata(EndpointAccess.Writing)
            .Describe(ApiOperations.AlertFeed);
        routes
            .MapMethods("/api/articles/{**source}", methods, FindArticleAsync)
            .WithMetadata(EndpointAccess.Reading)
            .Describe(ApiOperations.Article);
        routes
            .MapMethods("/api/digest", methods, DigestEndpoints.WriteDigestAsync)
            .WithMetadata(EndpointAccess.Writing)
            .Describe(ApiOperations.Digest);
        routes
            .MapMethods("/api/timeline", methods, DigestEndpoints.WriteTimelineAsync)
            .WithMetadata(EndpointAccess.Writing)
            .Describe(ApiOperations.Timeline);
    }

    private static async Task AskAsync(HttpContext context)
    {
        var (question, problem) = await AskRequest.ReadAsync(
            context.Request,
            context.RequestServices.GetRequiredService<HostReader>(),
            context.RequestServices.GetRequiredService<CurrentCaller>().Required,
            context.RequestAborted
        );
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var answer = await context.RequestServices.GetRequiredService<INewsroom>().AskAsync(question!, context.RequestAborted);
        await JsonResponse.WriteAsync(context, AnswerJson.From(answer), NewsBotJson.Wire.AnswerJson);
    }

    private static async Task SearchAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var problem = Check(query, out var top);
        var (rights, unknown) = RequestedDesk.Read(context);
        problem ??= unknown;
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var passages = await newsroom.SearchAsync(
            new PassageQuery { Text = query["q"].ToString(), Top = top },
            rights!,
            context.RequestAborted
        );
        RequestAudit.Record(context, AuditActor.Api, AuditAction.Searched, null, rights!.Desk, query["q"]);
        await JsonResponse.WriteAsync(context, PassagesJson.From(passages), NewsBotJson.Wire.PassagesJson);
    }

    private static async Task FindArticleAsync(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var (rights, problem) = RequestedDesk.Read(context);
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        foreach (var source in RequestedSource.Candidates(context.Request, "/api/articles/"))
        {
            if (await newsroom.FindArticleAsync(source, rights!, context.RequestAborted) is not { } found)
                continue;
            RequestAudit.Record(context, AuditActor.Api, AuditAction.ArticleRead, source, rights!.Desk);
            await JsonResponse.WriteInPartsAsync(
                context,
                ArticleJson.From(found, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) with
                {
                    Text = "",
                },
                NewsBotJson.Wire.ArticleJson,
                "text",
                found.Article.Text
            );
            return;
        }

        await new Problem(StatusCodes.Status404NotFound, "The archive has no article with this source.").WriteAsync(context);
    }

    /// <summary>Returns what is wrong with the parameter <c>q</c>; null: nothing.</summary>
    public static Problem? CheckQuery(IQueryCollection query)
    {
        if (!query.ContainsKey("q"))
            return new Problem(StatusCodes.Status400BadRequest, "The parameter q is missing: the words to look for.");
        return query["q"].ToString().Length > QuestionRequest.MaxChars
            ? new Problem(StatusCodes.Status400BadRequest, $"The parameter q is longer than {QuestionRequest.MaxChars} characters.")
            : null;
    }

    private static Problem? Check(IQueryCollection query, out int top)
    {
        top = DefaultTop;
        if (CheckQuery(query) is { } problem)
            return problem;
        if (!query.TryGetValue("top", out var value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out top) && top is >= 1 and <= MaxTop
            ? null
            : new Problem(StatusCodes.Status400BadRequest, $"The parameter top is not a number from 1 to {MaxTop}.");
    }
}
