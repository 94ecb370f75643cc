using System.Net;
using NewsBot.Newsroom.Questions;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>What the server sends, without a browser.</summary>
public sealed class PageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ArchiveThatAnswersNoExample_OffersNone()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);

        var page = await host.Client.GetStringAsync("/", Stop);

        Assert.DoesNotContain("class=\"examples\"", page, StringComparison.Ordinal);
        Assert.Contains("names and numbers help", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyArchive_SaysHowToFillIt()
    {
        await using var host = await TestHost.StartAsync(adjust: settings => settings with { SeedsDirectory = "/nowhere" });

        var page = await host.Client.GetStringAsync("/", Stop);

        Assert.Contains("newsbot ingest FOLDER", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversation_OfManyQuestions_KeepsTheLatestTen()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);

        var page = await host.Client.GetStringAsync(
            "/?" + string.Join('&', Enumerable.Range(1, 12).Select(i => $"q=question-{i}-ends")),
            Stop
        );

        Assert.DoesNotContain("question-2-ends", page, StringComparison.Ordinal);
        Assert.Equal(10, page.Split("class=\"turn\"").Length - 1);
    }

    [Fact]
    public async Task Conversation_OfLongQuestions_KeepsTheLatestTwo()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);
        var filling = new string('x', QuestionRequest.MaxChars - 20);

        var page = await host.Client.GetStringAsync(
            "/?" + string.Join('&', Enumerable.Range(1, 10).Select(i => $"q=question-{i}-{filling}")),
            Stop
        );

        Assert.Equal(2, page.Split("class=\"turn\"").Length - 1);
        Assert.Contains("question-10-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongestQuestion_OfAnyScript_FitsIntoAnAddress()
    {
        await using var host = await TestHost.ListenAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);

        var page = await host.Client.GetStringAsync("/?q=" + Uri.EscapeDataString(new string('橋', 2000)), Stop);

        Assert.Contains("Please ask it in English.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sources")]
    [InlineData("/articles/a.txt")]
    [InlineData("/health/live")]
    [InlineData("/api/articles/a.txt")]
    public async Task Head_IsAnsweredLikeGet(string path)
    {
        await using var host = await TestHost.ListenAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var response = await host.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Asset_IsNotSentTwice()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);
        using var first = await host.Client.GetAsync("/assets/site.css", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/site.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(again, Stop);
        using var unknown = await host.Client.GetAsync("/assets/other.css", Stop);

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Body_WithoutALength_IsCutOffWhenItIsTooLarge()
    {
        await using var host = await TestHost.ListenAsync([Some.ArticleLine("a.txt", "The bridge opened in spring.")]);
        using var content = new StreamContent(
            new MemoryStream([.. "{\"question\":\""u8, .. Enumerable.Repeat((byte)'x', 300_000), .. "\"}"u8])
        );
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await host.Client.SendAsync(request, Stop);

        await AssertProblem.IsAsync(response, 413);
    }
}
