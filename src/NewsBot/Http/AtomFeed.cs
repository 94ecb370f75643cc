using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Text;

namespace NewsBot.Http;

/// <summary>Writes Atom feeds of what the archive contains.</summary>
internal static class AtomFeed
{
    /// <summary>Specifies the most entries of a feed.</summary>
    public const int MostEntries = 30;

    private const int TagBytes = 12;

    /// <summary>
    /// Names what the feed is made from in the response: the state of the archive, what the caller may see of it, and how it is written.
    /// Completes the response as 304 if the reader has that feed already.
    /// </summary>
    /// <returns>Whether the response is complete.</returns>
    public static async Task<bool> IsKnownAsync(HttpContext context, ReaderRights rights)
    {
        var services = context.RequestServices;
        var change = await services.GetRequiredService<ArticleArchive>().LastChangeAsync(context.RequestAborted);
        // A desk that is defined anew has the same name, so its definition counts; another program may write entries in another way.
        string[] parts =
        [
            change.ToString(CultureInfo.InvariantCulture),
            rights.Desk?.Articles.Definition ?? "",
            services.GetRequiredService<ArticleLinks>().ToSearch(),
            ProductVersion.Number,
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        var tag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, TagBytes))}\"";
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
        var newest =
            items.Count > 0
                ? items.Max(item => item.LastUpdatedTime)
                : await context.RequestServices.GetRequiredService<FeedTimes>().NewestAsync(context.RequestAborted);
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
    /// <param name="updated">When it came to its present content, as far as anybody knows.</param>
    public static SyndicationItem Entry(
        string id,
        string link,
        string title,
        string author,
        DateTimeOffset? published,
        DateTimeOffset updated
    )
    {
        var item = new SyndicationItem
        {
            Id = id,
            Title = new TextSyndicationContent(Text(title)),
            LastUpdatedTime = updated,
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
