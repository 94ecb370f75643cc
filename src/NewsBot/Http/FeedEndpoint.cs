using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Requests;
using NewsBot.Search.Calendar;
using NewsBot.Search.Index;

namespace NewsBot.Http;

/// <summary>Serves Atom feeds: what a search finds, the stories of the last days, and what an alert finds.</summary>
internal static class FeedEndpoint
{
    /// <summary>
    /// Specifies the address under which all feeds are. Feed readers send no headers, so a key may be in its parameter
    /// <see cref="KeyParameter"/>.
    /// </summary>
    public const string Path = "/api/feed";

    /// <summary>Specifies the parameter with the API key.</summary>
    public const string KeyParameter = "key";

    private const int Searched = 100;

    /// <summary>How many days a feed of digests goes back, so that a reader who asks once a day misses no story.</summary>
    private const int Days = 3;

    /// <summary>Writes the newest articles with a passage that matches <c>q</c>, or 304 when nothing has changed.</summary>
    public static async Task WriteSearchAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString();
        var (rights, problem) = RequestedDesk.Read(context);
        problem ??= ApiEndpoints.CheckQuery(context.Request.Query);
        if (await IsDoneAsync(context, problem, rights))
            return;
        var services = context.RequestServices;
        var links = services.GetRequiredService<ArticleLinks>();
        var passages = await services
            .GetRequiredService<INewsroom>()
            .SearchAsync(new PassageQuery { Text = query, Top = Searched }, rights!, context.RequestAborted);
        // The best passage of each article; the newest articles first.
        RetrievedPassage[] shown =
        [
            .. passages
                .DistinctBy(passage => passage.Article.Article.Source)
                .OrderByDescending(passage => passage.Article.Article.Published)
                .Take(AtomFeed.MostEntries),
        ];
        var undated = shown.Select(passage => passage.Article.Article).Where(article => article.Published is null);
        var times = await services
            .GetRequiredService<FeedTimes>()
            .OfAsync(undated.Select(article => article.Source), rights!, context.RequestAborted);
        RequestAudit.Record(context, AuditActor.Api, AuditAction.FeedRead, "search", rights!.Desk, query);
        await AtomFeed.WriteAsync(
            context,
            ": " + query,
            AtomFeed.SearchOf(links, query),
            [.. shown.Select(passage => ItemOf(passage, links, times))]
        );
    }

    /// <summary>
    /// Writes the stories of the newest days, each with its sentences and where they are from; with <c>topic</c>, only those on it.
    /// </summary>
    public static async Task WriteDigestAsync(HttpContext context)
    {
        var (rights, unknown) = RequestedDesk.Read(context);
        var (wanted, problem) = DigestQuery.Read(context.Request.Query, rights?.Desk);
        if (await IsDoneAsync(context, problem ?? unknown, rights))
            return;
        var services = context.RequestServices;
        var (newsroom, links) = (services.GetRequiredService<INewsroom>(), services.GetRequiredService<ArticleLinks>());
        var digest = await newsroom.DigestAsync(wanted!, context.RequestAborted);
        var items = new List<SyndicationItem>();
        for (var day = 1; digest is not null; day++)
        {
            items.AddRange(digest.Stories.Select(story => ItemOf(story, digest, links)));
            if (day == Days)
                break;
            digest = await newsroom.DigestAsync(wanted! with { Date = digest.Date.PlusDays(-1) }, context.RequestAborted);
        }

        RequestAudit.Record(context, AuditActor.Api, AuditAction.FeedRead, "digest", rights!.Desk, wanted!.Topic);
        var topic = wanted.Topic is null ? "" : $"?topic={Uri.EscapeDataString(wanted.Topic)}";
        await AtomFeed.WriteAsync(
            context,
            " digest" + (wanted.Topic is null ? "" : $": {wanted.Topic}"),
            new Uri(links.ToDigest() + topic),
            items
        );
    }

    /// <summary>Writes the newest articles that an alert with the words <c>q</c> finds, each with the sentence that matches.</summary>
    public static async Task WriteAlertAsync(HttpContext context)
    {
        var words = context.Request.Query["q"].ToString();
        var (rights, problem) = RequestedDesk.Read(context);
        problem ??= ApiEndpoints.CheckQuery(context.Request.Query);
        if (problem is null && AlertWords.Problem(words) is { } fault)
            problem = new Problem(StatusCodes.Status400BadRequest, $"The parameter q is not an alert. {fault}");
        if (await IsDoneAsync(context, problem, rights))
            return;
        var services = context.RequestServices;
        var found = await services
            .GetRequiredService<AlertSearch>()
            .FindAsync(words, AtomFeed.MostEntries, rights!, context.RequestAborted);
        RequestAudit.Record(context, AuditActor.Api, AuditAction.FeedRead, "alert", rights!.Desk, words);
        var links = services.GetRequiredService<ArticleLinks>();
        var undated = found.Articles.Where(article => article.Published is null);
        var times = await services
            .GetRequiredService<FeedTimes>()
            .OfAsync(undated.Select(article => article.Source), rights!, context.RequestAborted);
        await AtomFeed.WriteAsync(
            context,
            " alert: " + found.Topic,
            AtomFeed.SearchOf(links, found.Topic),
            [.. found.Articles.Select(article => ItemOf(article, links, times))]
        );
    }

    private static async Task<bool> IsDoneAsync(HttpContext context, Problem? problem, ReaderRights? rights)
    {
        if (problem is null)
            return await AtomFeed.IsKnownAsync(context, rights!);
        await problem.WriteAsync(context);
        return true;
    }

    private static SyndicationItem ItemOf(RetrievedPassage passage, ArticleLinks links, IReadOnlyDictionary<string, DateTimeOffset> times)
    {
        var article = passage.Article.Article;
        // The link has the mark, which changes with the search.
        var item = AtomFeed.Entry(
            links.To(article.Source),
            links.To(article.Source, passage.Passage.Range),
            Headlines.Of(article),
            SourceText.Of(article.Source, OutletName.Known(article), null),
            article.Published,
            article.Published ?? times[article.Source]
        );
        item.Summary = new TextSyndicationContent(AtomFeed.Text(passage.Text));
        return item;
    }

    private static SyndicationItem ItemOf(AlertArticle article, ArticleLinks links, IReadOnlyDictionary<string, DateTimeOffset> times)
    {
        var item = AtomFeed.Entry(
            links.To(article.Source),
            article.Link,
            article.Headline,
            SourceText.Of(article.Source, article.Outlet, null),
            article.Published,
            article.Published ?? times[article.Source]
        );
        item.Summary = new TextSyndicationContent(AtomFeed.Text(string.Join(' ', article.Statements.Select(sentence => sentence.Shown))));
        return item;
    }

    private static SyndicationItem ItemOf(DigestStory story, Digest digest, ArticleLinks links)
    {
        // A story grows during its day; its first report stays.
        var first = story.Sources.OrderBy(source => source.Published).ThenBy(source => source.Source, StringComparer.Ordinal).First();
        var day = links.ToDigest(digest.Date);
        var midnight = new DateTimeOffset(digest.Date, TimeOnly.MinValue, TimeSpan.Zero);
        var item = AtomFeed.Entry(
            $"{day}#{Uri.EscapeDataString(first.Source)}",
            day,
            story.Headline,
            string.Join(", ", story.Outlets),
            midnight,
            midnight
        );
        item.Content = new TextSyndicationContent(AtomFeed.Text(Html(story, digest)), TextSyndicationContentKind.Html);
        return item;
    }

    private static string Html(DigestStory story, Digest digest)
    {
        var html = new StringBuilder();
        Add(null, story.Statements);
        Add(DigestText.NewHeading(digest), story.New);
        foreach (var disagreement in story.Disagreements)
            Add(DigestText.Heading(disagreement.Kind), [disagreement.One, disagreement.Other]);
        html.Append("<h4>Sources</h4><ul>");
        foreach (var source in story.Sources)
            html.Append("<li>").Append(Link(source.Link, source.Headline)).Append(", ").Append(Encode(source.Outlet)).Append("</li>");
        return html.Append("</ul>").ToString();

        void Add(string? heading, IReadOnlyList<Statement> statements)
        {
            if (heading is not null && statements.Count > 0)
                html.Append("<h4>").Append(heading).Append("</h4>");
            foreach (var statement in statements)
                html.Append("<p>")
                    .Append(Encode(statement.Shown))
                    .AppendJoin("", statement.Citations.Select(number => " " + Cite(digest.Citations[number - 1])))
                    .Append("</p>");
        }
    }

    private static string Cite(Citation citation) =>
        Link(citation.Link, SourceText.Of(citation.Source, citation.Outlet, citation.Published));

    private static string Link(string address, string words) => $"<a href=\"{Encode(address)}\">{Encode(words)}</a>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
