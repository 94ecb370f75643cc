using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Naming;
using NewsBot.Search.Index;

namespace NewsBot.Http;

/// <summary>Serves a search as an Atom feed: the newest articles with a passage that matches.</summary>
internal static class FeedEndpoint
{
    /// <summary>Specifies the address. Feed readers send no headers, so a key may be in its parameter <see cref="KeyParameter"/>.</summary>
    public const string Path = "/api/feed";

    /// <summary>Specifies the parameter with the API key.</summary>
    public const string KeyParameter = "key";

    private const int Searched = 100;
    private const int MostEntries = 30;

    /// <summary>Writes the feed, or 304 when nothing has changed in the archive.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString();
        var (rights, problem) = RequestedDesk.Read(context);
        problem ??= ApiEndpoints.CheckQuery(context.Request.Query);
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var services = context.RequestServices;
        var change = await services.GetRequiredService<ArticleArchive>().LastChangeAsync(context.RequestAborted);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{change:x}\"");
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString() == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var passages = await services
            .GetRequiredService<INewsroom>()
            .SearchAsync(new PassageQuery { Text = query, Top = Searched }, rights!, context.RequestAborted);
        var feed = FeedOf(query, passages, services.GetRequiredService<ArticleLinks>());
        using var body = new MemoryStream();
        await using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Async = true, CheckCharacters = true }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        body.Position = 0;
        await body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static SyndicationFeed FeedOf(string query, IReadOnlyList<RetrievedPassage> passages, ArticleLinks links)
    {
        var address = new Uri($"{links.ToSearch()}?q={Uri.EscapeDataString(query)}");
        // The best passage of each article; the newest articles first.
        var items = passages
            .DistinctBy(passage => passage.Article.Article.Source)
            .OrderByDescending(passage => passage.Article.Article.Published)
            .Take(MostEntries)
            .Select(passage => ItemOf(passage, links))
            .ToList();
        return new SyndicationFeed($"NewsBot: {Xml(query)}", null, address, address.AbsoluteUri, Newest(items)) { Items = items };
    }

    private static SyndicationItem ItemOf(RetrievedPassage passage, ArticleLinks links)
    {
        var article = passage.Article.Article;
        var link = new Uri(links.To(article.Source, passage.Passage.Range));
        var item = new SyndicationItem
        {
            // Without the mark, which changes with the search.
            Id = links.To(article.Source),
            Title = new TextSyndicationContent(Xml(Headlines.Of(article))),
            Summary = new TextSyndicationContent(Xml(passage.Text)),
            LastUpdatedTime = article.Published ?? DateTimeOffset.UnixEpoch,
        };
        if (article.Published is { } published)
            item.PublishDate = published;
        item.Links.Add(SyndicationLink.CreateAlternateLink(link));
        item.Authors.Add(new SyndicationPerson { Name = Xml(SourceText.Of(article.Source, OutletName.Known(article), null)) });
        return item;
    }

    private static DateTimeOffset Newest(List<SyndicationItem> items) =>
        items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.LastUpdatedTime);

    // XML has no place for control characters, and an article may have some.
    private static string Xml(string text) => string.Concat(text.Where((c, at) => XmlConvert.IsXmlChar(c) || IsPair(text, at)));

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]);
}
