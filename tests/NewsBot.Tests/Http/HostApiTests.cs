using System.Net;
using System.Text.Json;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Http;

public sealed class HostApiTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await SharedHosts.InMemoryAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Sources_AreThePassagesThatMatch_BestFirst()
    {
        var found = JsonDocument.Parse(await host.Client.GetStringAsync("/api/sources?q=drone%20Kremlin&top=3", Stop)).RootElement;
        var passages = found.GetProperty("passages").EnumerateArray().ToList();

        Assert.Equal(3, passages.Count);
        Assert.All(
            passages,
            passage =>
                Assert.Equal(
                    ["source", "headline", "published", "text", "start", "end", "score"],
                    passage.EnumerateObject().Select(property => property.Name)
                )
        );
        Assert.Equal(passages.Select(Score).OrderDescending(), passages.Select(Score));
    }

    [Theory]
    [InlineData("/api/sources?q=")]
    [InlineData("/api/sources?q=xyzzy")]
    [InlineData("/api/sources?q=%3F%21")]
    public async Task Sources_ThatMatchNothing_AreAnEmptyList(string path) =>
        Assert.Equal("""{"passages":[]}""", await host.Client.GetStringAsync(path, Stop));

    [Theory]
    [InlineData("/api/sources", 400)]
    [InlineData("/api/sources?q=x&top=0", 400)]
    [InlineData("/api/sources?q=x&top=many", 400)]
    [InlineData("/api/sources?q=x&top=101", 400)]
    [InlineData("/api/sources?q=x&top=-1", 400)]
    [InlineData("/api/digest?date=yesterday", 400)]
    [InlineData("/api/timeline", 400)]
    [InlineData("/api/ask", 405)]
    [InlineData("/api/ground", 405)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/messages", 405)]
    [InlineData("/api/discord/interactions", 404)]
    [InlineData("/api", 404)]
    [InlineData("/health/nothing", 404)]
    public async Task Request_ThatCannotBeServed_IsAProblem(string path, int expected)
    {
        using var response = await host.Client.GetAsync(path, Stop);

        await AssertProblem.IsAsync(response, expected);
    }

    [Fact]
    public async Task MethodThatIsNotAllowed_NamesThoseThatAre()
    {
        using var response = await host.Client.DeleteAsync("/api/ask", Stop);

        await AssertProblem.IsAsync(response, 405);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Health_SaysThatProcessAndStoreAnswer()
    {
        Assert.Equal("""{"status":"live"}""", await host.Client.GetStringAsync("/health/live", Stop));
        Assert.Equal("""{"status":"ready","articles":5}""", await host.Client.GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task Health_WithoutAStore_IsLiveButNotReady()
    {
        await using var own = await TestHost.StartAsync();
        await own.Archive.DisposeAsync();

        using var live = await own.Client.GetAsync("/health/live", Stop);
        using var ready = await own.Client.GetAsync("/health/ready", Stop);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        await AssertProblem.IsAsync(ready, 503);
    }

    [Fact]
    public async Task FailureInside_GivesAReferenceAndNoTrace()
    {
        await using var own = await TestHost.StartAsync();
        await own.Archive.DisposeAsync();

        using var program = await own.Client.GetAsync("/api/articles/000_7fc79060c1c00942.txt", Stop);
        using var person = await own.Client.GetAsync("/articles/000_7fc79060c1c00942.txt", Stop);
        var page = await person.Content.ReadAsStringAsync(Stop);

        await AssertProblem.IsAsync(program, 500);
        Assert.Equal(HttpStatusCode.InternalServerError, person.StatusCode);
        Assert.Contains("Something went wrong", page, StringComparison.Ordinal);
        Assert.Contains("reference", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=where+was+Putin%3F")]
    [InlineData("/sources?q=drone")]
    [InlineData("/articles/000_7fc79060c1c00942.txt")]
    [InlineData("/articles/nowhere")]
    [InlineData("/nothing")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    public async Task Response_OfEveryKind_ForbidsWhatIsNotOurs(string path)
    {
        using var response = await host.Client.GetAsync(path, Stop);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost:3978", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:3978", HttpStatusCode.OK)]
    public async Task HostName_ThatIsNotThisMachines_IsRefusedOnLoopback(string name, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = name;

        using var response = await host.Client.SendAsync(request, Stop);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task HostName_OfThePublicUrl_IsServed_WithLinksToItAndPagesBelowItsPath()
    {
        await using var published = await TestHost.StartAsync(adjust: settings =>
            settings with
            {
                PublicUrl = new Uri("https://news.example.org/bot"),
                Access = settings.Access with { AllowAnonymous = true },
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bot/?q=where+was+Putin%3F");
        request.Headers.Host = "news.example.org";

        using var page = await published.Client.SendAsync(request, Stop);
        using var body = new StringContent("""{"question":"where was Putin?"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await published.Client.PostAsync("/api/ask", body, Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("href=\"/bot/articles/", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("https://news.example.org/bot/articles/", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static double Score(JsonElement passage) => passage.GetProperty("score").GetDouble();
}
