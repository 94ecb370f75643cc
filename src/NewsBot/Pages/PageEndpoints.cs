using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsBot.Access;
using NewsBot.Archive;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Requests;
using NewsBot.Search.Index;
using NewsBot.Settings;

namespace NewsBot.Pages;

/// <summary>Serves what people read: chat, search, digests, timelines and articles. Every page works without JavaScript.</summary>
internal static class PageEndpoints
{
    private const int SearchResults = 20;
    private const int OutletsToChooseFrom = 200;

    /// <summary>Registers the services of the pages.</summary>
    public static void AddPages(this IServiceCollection services, NewsBotSettings settings)
    {
        services.AddSingleton(new PagePaths(settings.PublicUrl?.AbsolutePath ?? ""));
        services.AddSingleton<WrittenAnswers>();
        services.AddScoped<Conversation>();
        services.AddSingleton<ArchiveFacts>();
        services.AddSingleton(FeedbackStore.Schema).AddSingleton<FeedbackStore>();
        services.AddSingleton<StaffGate>().AddSingleton<StaffPages>();
        // Letters of every script stay as they are; characters with a meaning in HTML are still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/", methods, ShowChatAsync).WithMetadata(EndpointAccess.Chat);
        routes.MapMethods("/answer", methods, ShowAnswerAsync).WithMetadata(EndpointAccess.Question);
        routes.MapGet("/answer/stream", AnswerStream.ServeAsync).WithMetadata(EndpointAccess.Question);
        routes.MapGet("/answer/follow-ups", ShowFollowUpsAsync).WithMetadata(EndpointAccess.Question);
        routes.MapPost("/answer/feedback", FeedbackEndpoint.SaveAsync).WithMetadata(EndpointAccess.Question);
        routes.MapGet("/welcome", ShowWelcomeAsync).WithMetadata(EndpointAccess.Reading);
        routes.MapMethods("/sources", methods, ShowSourcesAsync).WithMetadata(EndpointAccess.Reading);
        routes.MapMethods("/digest", methods, DigestPages.ShowDigestAsync).WithMetadata(EndpointAccess.Writing);
        routes.MapMethods("/timeline", methods, DigestPages.ShowTimelineAsync).WithMetadata(EndpointAccess.Writing);
        routes.MapMethods("/articles/{**source}", methods, ShowArticleAsync).WithMetadata(EndpointAccess.Reading);
        var staff = routes.ServiceProvider.GetRequiredService<StaffPages>();
        routes.MapMethods(StaffPages.Path, methods, staff.Show).WithMetadata(EndpointAccess.Staff);
        routes.MapPost(StaffPages.Path, staff.Decide).WithMetadata(EndpointAccess.Staff);
        routes.MapMethods("/assets/{name}", methods, PageAssets.ServeAsync).WithMetadata(EndpointAccess.Everyone);
    }

    private static async Task ShowChatAsync(HttpContext context)
    {
        var conversation = context.RequestServices.GetRequiredService<Conversation>();
        var id = Guid.NewGuid().ToString("N");
        var questions = context.Request.Query["q"].OfType<string>().ToArray();
        // Without JavaScript, the form sends its fields with the newest question.
        if (questions.Length > 0)
            questions[^1] = FilterQuery.Append(questions[^1], context.Request.Query);
        var turns = await conversation.AskAllAsync(questions, id, HttpMethods.IsGet(context.Request.Method), context.RequestAborted);
        var facts = context.RequestServices.GetRequiredService<ArchiveFacts>();
        await PageResponse.WriteAsync<ChatPage>(
            context,
            new()
            {
                [nameof(ChatPage.Turns)] = turns,
                [nameof(ChatPage.Summary)] = turns.Count > 0 ? null : await facts.SummaryAsync(RightsOf(context), context.RequestAborted),
                [nameof(ChatPage.Examples)] =
                    turns.Count > 0 ? null : await facts.QuestionsAsync(RightsOf(context), context.RequestAborted),
                [nameof(ChatPage.Fields)] = await FieldsAsync(context),
                [nameof(ChatPage.Id)] = id,
                [nameof(ChatPage.IsStreamed)] = conversation.WritesWithModel,
                [nameof(ChatPage.Articles)] = await CountAsync(context),
                [nameof(ChatPage.Rating)] = turns.Count > 0 ? PagePaths.ReadRating(context.Request.Query["rated"]) : null,
            }
        );
    }

    /// <summary>Writes one turn as a fragment, which the chat's script appends.</summary>
    private static async Task ShowAnswerAsync(HttpContext context)
    {
        var conversation = context.RequestServices.GetRequiredService<Conversation>();
        var turn = await conversation.AskAsync(AskedQuestion.Read(context.Request.Query), context.RequestAborted);
        await PageResponse.WriteAsync<TurnView>(context, new() { [nameof(TurnView.Turn)] = turn });
    }

    /// <summary>Writes follow-up questions to an answer as a fragment, empty where there are none.</summary>
    private static async Task ShowFollowUpsAsync(HttpContext context)
    {
        var asked = AskedQuestion.Read(context.Request.Query);
        var turn = await context.RequestServices.GetRequiredService<Conversation>().AskedBeforeAsync(asked, context.RequestAborted);
        var questions = turn is null
            ? []
            : await context
                .RequestServices.GetRequiredService<INewsroom>()
                .SuggestQuestionsAsync(turn.Answer, RightsOf(context), context.RequestAborted);
        if (questions.Count == 0)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await PageResponse.WriteAsync<FollowUpsView>(
                context,
                new() { [nameof(FollowUpsView.Questions)] = questions, [nameof(FollowUpsView.Before)] = asked.WithBefore.ToArray() }
            );
    }

    private static async Task ShowWelcomeAsync(HttpContext context)
    {
        var (summary, questions) = await context
            .RequestServices.GetRequiredService<ArchiveFacts>()
            .WaitAsync(RightsOf(context), context.RequestAborted);
        await PageResponse.WriteAsync<WelcomeFacts>(
            context,
            new() { [nameof(WelcomeFacts.Summary)] = summary, [nameof(WelcomeFacts.Questions)] = questions }
        );
    }

    private static async Task ShowSourcesAsync(HttpContext context)
    {
        var typed = context.Request.Query["q"].ToString().Trim();
        var query = FilterQuery.Append(typed, context.Request.Query);
        var isTooLong = query.Length > QuestionRequest.MaxChars;
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var today = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var (words, filter, unreadable) = FilterWords.Read(query, today);
        IReadOnlyList<RetrievedPassage> passages = [];
        if (query.Length > 0 && !isTooLong && unreadable is null)
        {
            passages = await newsroom.SearchAsync(
                new PassageQuery { Text = query, Top = SearchResults },
                RightsOf(context),
                context.RequestAborted
            );
            RequestAudit.Record(context, AuditActor.Page, AuditAction.Searched, null, RightsOf(context).Desk, query);
        }

        await PageResponse.WriteAsync<SourcesPage>(
            context,
            new()
            {
                [nameof(SourcesPage.Query)] = typed,
                [nameof(SourcesPage.Words)] = words,
                [nameof(SourcesPage.Filter)] = filter,
                [nameof(SourcesPage.Fields)] = await FieldsAsync(context),
                [nameof(SourcesPage.Problem)] =
                    isTooLong ? "That is too long for a search. Please use fewer than 2,000 characters."
                    : unreadable is not null ? DialogueReplies.To(new DialogueAct.UnreadableFilter(unreadable))
                    : null,
                [nameof(SourcesPage.Passages)] = passages,
            }
        );
    }

    // The catalogue, which reads every article first, is needed only where a desk limits what is counted.
    private static async Task<int> CountAsync(HttpContext context)
    {
        var rights = RightsOf(context);
        return rights.Desk is null
            ? await context.RequestServices.GetRequiredService<ArticleArchive>().CountAsync(context.RequestAborted)
            : (await context.RequestServices.GetRequiredService<INewsroom>().SummariseAsync(rights, context.RequestAborted)).Articles;
    }

    private static ReaderRights RightsOf(HttpContext context) => context.RequestServices.GetRequiredService<HostReader>().Rights;

    private static async Task<FilterQuery> FieldsAsync(HttpContext context)
    {
        var summary = await context
            .RequestServices.GetRequiredService<ArchiveFacts>()
            .SummaryAsync(RightsOf(context), context.RequestAborted);
        return new FilterQuery(
            FilterQuery.Read(context.Request.Query),
            [.. (summary?.Outlets ?? []).Take(OutletsToChooseFrom)],
            summary?.Sections.Count > 0
        );
    }

    private static async Task ShowArticleAsync(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        foreach (var source in RequestedSource.Candidates(context.Request, "/articles/"))
        {
            if (await newsroom.FindArticleAsync(source, RightsOf(context), context.RequestAborted) is not { } found)
                continue;
            RequestAudit.Record(context, AuditActor.Page, AuditAction.ArticleRead, source, RightsOf(context).Desk);
            var quotes = PagePaths.ReadQuotes(context.Request.Query["quotes"], found.Article.Text.Length);
            await PageResponse.WriteAroundAsync<ArticlePage>(
                context,
                new()
                {
                    [nameof(ArticlePage.Archived)] = found,
                    [nameof(ArticlePage.Quotes)] = quotes,
                    [nameof(ArticlePage.Questions)] = context
                        .Request.Query["q"]
                        .OfType<string>()
                        .Where(question => question.Length is > 0 and <= QuestionRequest.MaxChars)
                        .Take(Conversation.MaxTurns)
                        .ToArray(),
                    [nameof(ArticlePage.Others)] = await newsroom.OtherReportsAsync(
                        found.Article,
                        RightsOf(context),
                        context.RequestAborted
                    ),
                },
                output => ArticleTextHtml.WriteAsync(output, found, quotes, context.RequestAborted)
            );
            return;
        }

        await FailurePage.WriteAsync(
            context,
            new Problem(
                StatusCodes.Status404NotFound,
                "The archive has no article with this source. The article may have been withdrawn, or the link may be incomplete."
            )
        );
    }
}
