using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using NewsBot.Archive;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Http;

/// <summary>Writes Atom feeds of what the archive contains.</summary>
internal static class AtomFeed
{
    /// <summary>Specifies the most entries of a feed.</summary>
    public const int MostEntries = 30;

    /// <summary>Names the state of the archive in the response, and completes it as 304 if the reader has that state already.</summary>
    /// <returns>Whether the response is complete.</returns>
    public static async Task<bool> IsKnownAsync(HttpContext context)
    {
        var archive = context.RequestServices.GetRequiredService<ArticleArchive>();
        var change = await archive.LastChangeAsync(context.RequestAborted);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{change:x}\"");
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString() != tag)
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Writes a feed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">The title, after "NewsBot".</param>
    /// <param name="id">The address that identifies the feed and shows the same to people.</param>
    /// <param name="items">The entries, in the order to write them.</param>
    public static async Task WriteAsync(HttpContext context, string title, Uri id, IReadOnlyList<SyndicationItem> items)
    {
        var newest = items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.LastUpdatedTime);
        var feed = new SyndicationFeed($"NewsBot{Text(title)}", null, id, id.AbsoluteUri, newest) { Items = items };
        using var body = new MemoryStream();
        await using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Async = true, CheckCharacters = true }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        body.Position = 0;
        await body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Returns an entry.</summary>
    /// <param name="id">The address that identifies it, also when its text changes.</param>
    /// <param name="link">The address that it leads to.</param>
    /// <param name="title">The title.</param>
    /// <param name="author">Who published it.</param>
    /// <param name="published">When; null when unknown.</param>
    public static SyndicationItem Entry(string id, string link, string title, string author, DateTimeOffset? published)
    {
        var item = new SyndicationItem
        {
            Id = id,
            Title = new TextSyndicationContent(Text(title)),
            LastUpdatedTime = published ?? DateTimeOffset.UnixEpoch,
        };
        if (published is { } time)
            item.PublishDate = time;
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(link)));
        item.Authors.Add(new SyndicationPerson { Name = Text(author) });
        return item;
    }

    /// <summary>Returns the address of the search for words, which identifies a feed of what matches them.</summary>
    public static Uri SearchOf(ArticleLinks links, string words) => new($"{links.ToSearch()}?q={Uri.EscapeDataString(words)}");

    /// <summary>Returns a text without the characters that XML has no place for: an article may have control characters.</summary>
    public static string Text(string text) => string.Concat(text.Where((c, at) => XmlConvert.IsXmlChar(c) || IsPair(text, at)));

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]);
}
