using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Access;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;
using NewsBot.Settings;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class FeedTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        host = await TestHost.StartAsync([
            Some.ArticleLine("old.txt", "A library opened in York on Monday.", "Library in York", "2026-05-04T10:00:00Z", "The Post"),
            Some.ArticleLine("new.txt", "A library \u0007 opened & shut <b> in Leeds 📚.", "Library in Leeds", "2026-05-06T10:00:00Z"),
            Some.ArticleLine(
                "other.txt",
                "Rain closed two roads near Hull on Thursday.",
                "Rain closes roads near Hull",
                "2026-05-07T10:00:00Z"
            ),
        ]);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Feed_ListsTheArticlesThatMatch_NewestFirst_WithSourceOutletAndPassage()
    {
        using var response = await host.Client.GetAsync("/api/feed?q=library", Stop);
        var feed = await ReadAsync(response);

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("NewsBot: library", feed.Title.Text);
        Assert.Equal(["Library in Leeds", "Library in York"], feed.Items.Select(item => item.Title.Text));
        var oldest = feed.Items.Last();
        Assert.Equal("A library opened in York on Monday.", oldest.Summary.Text);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), oldest.PublishDate);
        Assert.Contains("/articles/old.txt#q", oldest.Links.Single().Uri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("old.txt", oldest.Authors.Single().Name, StringComparison.Ordinal);
        Assert.Contains("The Post", oldest.Authors.Single().Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedOfDigests_HasAnEntryForEachStoryOfTheLastDays_WithItsSentencesAndTheirSources()
    {
        using var response = await host.Client.GetAsync("/api/feed/digest", Stop);
        var feed = await ReadAsync(response);

        Assert.Equal("NewsBot digest", feed.Title.Text);
        // The day of 4 May is more than three days back.
        Assert.Equal(["Rain closes roads near Hull", "Library in Leeds"], feed.Items.Select(item => item.Title.Text));
        var leeds = feed.Items.Last();
        Assert.Contains("/digest?date=2026-05-06", leeds.Links.Single().Uri.AbsoluteUri, StringComparison.Ordinal);
        var html = Assert.IsType<TextSyndicationContent>(leeds.Content);
        Assert.Equal("html", html.Type);
        Assert.Contains("opened &amp; shut in Leeds", html.Text, StringComparison.Ordinal);
        Assert.Contains("/articles/new.txt#q", html.Text, StringComparison.Ordinal);
        Assert.Equal(2, feed.Items.Select(item => item.Id).Distinct().Count());
    }

    [Fact]
    public async Task FeedOfDigests_WithATopic_HasItsStoriesOnly()
    {
        using var response = await host.Client.GetAsync("/api/feed/digest?topic=library", Stop);
        var feed = await ReadAsync(response);

        Assert.Equal("NewsBot digest: library", feed.Title.Text);
        Assert.Equal(["Library in Leeds"], feed.Items.Select(item => item.Title.Text));
    }

    [Theory]
    [InlineData("libraries", "Library in Leeds;Library in York")]
    [InlineData("library near York hourly", "Library in York")]
    [InlineData("\"opened in York\"", "Library in York")]
    [InlineData("library outlet:Post", "Library in York")]
    [InlineData("outlet:Post", "Library in York")]
    [InlineData("library rain", "")]
    public async Task FeedOfAnAlert_ListsTheArticlesWithAllItsWords_NewestFirst(string words, string headlines)
    {
        using var response = await host.Client.GetAsync($"/api/feed/alert?q={Uri.EscapeDataString(words)}", Stop);
        var feed = await ReadAsync(response);

        Assert.Equal(headlines, string.Join(';', feed.Items.Select(item => item.Title.Text)));
        Assert.All(feed.Items, item => Assert.Contains("library", item.Summary.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/feed/alert", "missing")]
    [InlineData("/api/feed/alert?q=of", "Name at least one word")]
    [InlineData("/api/feed/alert?q=%22Red", "quotation mark is missing")]
    [InlineData("/api/feed/alert?q=when+there+is+an+answer+to+Who+flew", "waits for an answer")]
    [InlineData("/api/feed/digest?date=May", "YYYY-MM-DD")]
    public async Task Feed_OfWhatCannotBeRead_IsAProblem(string path, string fault)
    {
        using var response = await host.Client.GetAsync(path, Stop);

        Assert.Contains(fault, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await AssertProblem.IsAsync(response, 400);
    }

    [Theory]
    [InlineData("/api/feed?q=library")]
    [InlineData("/api/feed/digest")]
    [InlineData("/api/feed/alert?q=library")]
    public async Task Feed_ThatHasNotChanged_IsNotSentAgain(string path)
    {
        using var first = await host.Client.GetAsync(path, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Feed_OfAnotherDesk_IsSent_EvenIfTheArchiveHasNotChanged()
    {
        string[] articles =
        [
            Some.ArticleLine("in/sport.txt", "A stadium opened in Leeds on Monday."),
            Some.ArticleLine("out/city.txt", "A library opened in York on Monday."),
        ];
        await using var desks = await TestHost.StartAsync(articles, settings => With(settings, Desk("Sport", "in"), Desk("City", "out")));
        var keys = desks.Services.GetRequiredService<ApiKeys>();
        var sport = await AccessTests.AddAsync(keys, "sport", AccessScope.Read, "Sport");
        var city = await AccessTests.AddAsync(keys, "city", AccessScope.Read, "City");

        var (first, tag) = await AskAsync(desks, sport, null);
        var (same, _) = await AskAsync(desks, sport, tag);
        var (other, _) = await AskAsync(desks, city, tag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first, same, other));

        // As after a restart with a desk that sees something else.
        await using var changed = await TestHost.StartAsync(
            articles,
            settings => With(settings, Desk("Sport", "out"), Desk("City", "out"))
        );
        await using var unchanged = await TestHost.StartAsync(
            articles,
            settings => With(settings, Desk("Sport", "in"), Desk("City", "in"))
        );
        Assert.Equal(HttpStatusCode.OK, await OfSportAsync(changed, tag));
        Assert.Equal(HttpStatusCode.NotModified, await OfSportAsync(unchanged, tag));

        static Desk Desk(string name, string folder) =>
            new()
            {
                Name = name,
                Channels = [],
                Articles = new ArticleSelection { Folders = [folder] },
            };
        static NewsBotSettings With(NewsBotSettings settings, params Desk[] desks) =>
            settings with
            {
                Digests = settings.Digests with { Desks = new DeskList(desks) },
            };
        static async Task<HttpStatusCode> OfSportAsync(TestHost host, EntityTagHeaderValue? tag)
        {
            var key = await AccessTests.AddAsync(host.Services.GetRequiredService<ApiKeys>(), "sport", AccessScope.Read, "Sport");
            return (await AskAsync(host, key, tag)).Status;
        }
        static async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag)> AskAsync(TestHost host, string key, EntityTagHeaderValue? tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/feed?q=opened&key={key}");
            if (tag is not null)
                request.Headers.IfNoneMatch.Add(tag);
            using var response = await host.Client.SendAsync(request, Stop);
            return (response.StatusCode, response.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("/api/feed?q=library")]
    [InlineData("/api/feed/alert?q=library")]
    public async Task Entry_WithoutADate_IsDatedByThoseThatCameBefore(string path)
    {
        await host.Archive.Store.PutAsync([Some.Article("undated.txt", "A library opened in Hull.", "Library in Hull")], null, Stop);
        await host.Archive.Store.PutAsync(
            [Some.Article("later.txt", "Snow fell.") with { Published = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) }],
            null,
            Stop
        );

        using var response = await host.Client.GetAsync(path, Stop);
        var entry = (await ReadAsync(response)).Items.Single(item => item.Title.Text == "Library in Hull");

        Assert.Equal(new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero), entry.LastUpdatedTime);
        Assert.Equal(default, entry.PublishDate);
    }

    [Theory]
    [InlineData("/api/feed?q=library", 1)]
    [InlineData("/api/feed?q=xylophone", 0)]
    public async Task Feed_WithoutAnyDate_IsDatedByWhenTheHostSawTheArchive(string path, int entries)
    {
        var start = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await using var undated = await TestHost.StartAsync([Some.ArticleLine("undated.txt", "A library opened in Hull.")]);

        using var response = await undated.Client.GetAsync(path, Stop);
        var feed = await ReadAsync(response);
        using var again = await undated.Client.GetAsync(path, Stop);

        Assert.Equal(entries, feed.Items.Count());
        Assert.InRange(feed.LastUpdatedTime, start, TimeProvider.System.GetUtcNow());
        Assert.Equal(feed.LastUpdatedTime, (await ReadAsync(again)).LastUpdatedTime);
        Assert.All(feed.Items, item => Assert.Equal(feed.LastUpdatedTime, item.LastUpdatedTime));
    }

    [Fact]
    public async Task Key_InTheAddress_OpensFeeds_AndNothingElse()
    {
        var key = await AccessTests.AddAsync(host.Services.GetRequiredService<ApiKeys>(), "reader", AccessScope.Read);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/feed?q=library&key={key}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/feed/digest?key={key}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/feed/alert?q=library&key={key}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/feed?q=library"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/feedback?key={key}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/feed?q=library&key={key[..^1]}!"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/sources?q=library&key={key}"));
    }

    [Fact]
    public async Task Feed_WithoutWords_IsAProblem()
    {
        using var response = await host.Client.GetAsync("/api/feed", Stop);

        await AssertProblem.IsAsync(response, 400);
    }

    private static async Task<SyndicationFeed> ReadAsync(HttpResponseMessage response)
    {
        using var xml = XmlReader.Create(new StringReader(await response.Content.ReadAsStringAsync(Stop)));
        return SyndicationFeed.Load(xml);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        using var response = await host.Client.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
