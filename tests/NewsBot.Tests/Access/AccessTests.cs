using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Access;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>Who may call what, from this machine and from elsewhere.</summary>
public sealed class AccessTests
{
    private const string Elsewhere = "203.0.113.7";

    private static readonly string[] Protected =
    [
        "/",
        "/?q=who",
        "/answer?q=who",
        "/answer/stream?q=who",
        "/answer/follow-ups?q=who",
        "/welcome",
        "/sources?q=library",
        "/digest",
        "/timeline?topic=library",
        "/articles/other.txt",
        "/admin/articles",
        "/api/sources?q=library",
        "/api/feed?q=library",
        "/api/articles/other.txt",
        "/api/digest",
        "/api/timeline?topic=library",
        "/openapi.json",
        "/mcp",
        "/nothing",
        "/api/nothing",
    ];

    private static string[] Articles => [Some.ArticleLine("other.txt", "A library opened in York on Monday.")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Caller_FromElsewhere_IsAskedWhoTheyAre_ExceptForHealthAndChannels()
    {
        await using var host = await TestHost.StartAsync(Articles);

        foreach (var path in Protected)
        {
            using var response = await GetAsync(host, path, Elsewhere);
            var body = await response.Content.ReadAsStringAsync(Stop);

            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{path}: {response.StatusCode}");
            Assert.DoesNotContain("York", body, StringComparison.Ordinal);
            if (path.StartsWith("/api", StringComparison.Ordinal) || path is "/mcp" or "/openapi.json")
                await AssertProblem.IsAsync(response, 401);
            else
                Assert.Contains("Access:SignIn", body, StringComparison.Ordinal);
        }

        using var live = await GetAsync(host, "/health/live", Elsewhere);
        using var ready = await GetAsync(host, "/health/ready", Elsewhere);
        using var style = await GetAsync(host, "/assets/site.css", Elsewhere);
        using var teams = await PostAsync(host, "/api/messages", "{}", Elsewhere);

        Assert.Equal("""{"status":"live"}""", await live.Content.ReadAsStringAsync(Stop));
        Assert.Equal("""{"status":"ready"}""", await ready.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        // Without an app id Teams' own check trusts only this machine, and says so without a problem document of the gate.
        Assert.Equal(HttpStatusCode.Unauthorized, teams.StatusCode);
        Assert.Empty(teams.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1")]
    public async Task Request_ThatAProxyPassedOn_IsNotLocal(string header, string value)
    {
        await using var host = await TestHost.StartAsync(Articles);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sources?q=library");
        request.Headers.Add(header, value);

        using var response = await host.Client.SendAsync(request, Stop);

        await AssertProblem.IsAsync(response, 401);
    }

    [Fact]
    public async Task TrustedProxy_TellsWhoTheClientIs_AndIsNeverLocalItself()
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings => settings with { Access = settings.Access with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] } }
        );
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/api/sources?q=library");
        forwarded.Headers.Add("X-Forwarded-For", "127.0.0.1");

        using var passedOn = await host.Client.SendAsync(forwarded, Stop);
        using var silent = await host.Client.GetAsync("/api/sources?q=library", Stop);

        await AssertProblem.IsAsync(passedOn, 401);
        await AssertProblem.IsAsync(silent, 401);
    }

    [Fact]
    public async Task AllowAnonymous_OpensPagesAndApi_ButNotStaffPages()
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings => settings with { Access = settings.Access with { AllowAnonymous = true } }
        );

        using var page = await GetAsync(host, "/articles/other.txt", Elsewhere);
        using var api = await GetAsync(host, "/api/sources?q=library", Elsewhere);
        using var staff = await GetAsync(host, "/admin/articles", Elsewhere);
        using var ready = await GetAsync(host, "/health/ready", Elsewhere);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, staff.StatusCode);
        Assert.Equal("""{"status":"ready"}""", await ready.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Key_OpensWhatItsScopesSay_UntilItIsRevoked()
    {
        await using var host = await TestHost.StartAsync(Articles);
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var reading = await AddAsync(keys, "reading", AccessScope.Read);
        var asking = await AddAsync(keys, "asking", AccessScope.Ask);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/api/sources?q=library", reading));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "/api/sources?q=library", asking));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/sources?q=library", reading));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/api/sources?q=library", reading[..^1] + "!"));
        using (var ask = await PostAsync(host, "/api/ask", """{"question":"Where did a library open?"}""", Elsewhere, asking))
            Assert.Equal(HttpStatusCode.OK, ask.StatusCode);
        using (var refused = await PostAsync(host, "/api/ask", """{"question":"Where did a library open?"}""", Elsewhere, reading))
            await AssertProblem.IsAsync(refused, 403);

        const string Ground = """{"passage":"A library opened in York.","statement":"A library opened in York."}""";
        using (var judged = await PostAsync(host, "/api/ground", Ground, Elsewhere, asking))
            Assert.Equal(HttpStatusCode.OK, judged.StatusCode);
        using (var refused = await PostAsync(host, "/api/ground", Ground, Elsewhere, reading))
            await AssertProblem.IsAsync(refused, 403);
        using (var unknown = await PostAsync(host, "/api/ground", Ground, Elsewhere))
            await AssertProblem.IsAsync(unknown, 401);

        Assert.True(await keys.RevokeAsync("reading", Stop));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/api/sources?q=library", reading));
        // A key that is not valid is refused on this machine, too: a program that sends one must learn it.
        using var local = await GetAsync(host, "/api/sources?q=library", "127.0.0.1", reading);
        await AssertProblem.IsAsync(local, 401);
    }

    [Fact]
    public async Task Key_ThatHasExpired_IsRefused()
    {
        await using var host = await TestHost.StartAsync(Articles);
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var key = await AddAsync(keys, "old", AccessScope.Read, expires: TimeProvider.System.GetUtcNow().AddMinutes(-1));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/api/sources?q=library", key));
    }

    [Fact]
    public async Task Key_OfADesk_SeesThatDesksArticles_AndMayNameNoOther()
    {
        await using var host = await TestHost.StartAsync(
            [
                Some.ArticleLine("in/sport.txt", "A stadium opened in Leeds on Monday."),
                Some.ArticleLine("in/city.txt", "A library opened in York on Monday."),
            ],
            settings => WithDesks(settings)
        );
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var key = await AddAsync(keys, "sport", AccessScope.Read | AccessScope.Ask, "Sport");
        var gone = await AddAsync(keys, "gone", AccessScope.Read, "Removed");

        using var found = await GetAsync(host, "/api/sources?q=opened", Elsewhere, key);
        using var other = await GetAsync(host, "/api/sources?q=opened&desk=City", Elsewhere, key);
        using var asked = await PostAsync(host, "/api/ask", """{"question":"What opened?","desk":"City"}""", Elsewhere, key);
        using var nothing = await GetAsync(host, "/api/sources?q=opened", Elsewhere, gone);
        var passages = await found.Content.ReadAsStringAsync(Stop);

        Assert.Contains("Leeds", passages, StringComparison.Ordinal);
        Assert.DoesNotContain("York", passages, StringComparison.Ordinal);
        await AssertProblem.IsAsync(other, 403);
        await AssertProblem.IsAsync(asked, 403);
        Assert.Equal("""{"passages":[]}""", await nothing.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/api/articles/in/city.txt", key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/api/articles/in/sport.txt", key));
    }

    [Fact]
    public async Task Callers_WhoAskTooOften_AreToldWhenToTryAgain_EachForThemselves()
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings =>
                settings with
                {
                    Access = settings.Access with
                    {
                        AllowAnonymous = true,
                        Limits = settings.Access.Limits with { QuestionsPerMinute = 1, ReadsPerMinute = 2 },
                    },
                }
        );
        var key = await AddAsync(host.Services.GetRequiredService<ApiKeys>(), "own", AccessScope.Read);
        await StatusAsync(host, "/api/sources?q=library", null);
        await StatusAsync(host, "/api/sources?q=library", null);

        using var refused = await GetAsync(host, "/api/sources?q=library", Elsewhere);
        using var page = await GetAsync(host, "/sources?q=library", Elsewhere);

        await AssertProblem.IsAsync(refused, 429);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/api/sources?q=library", key));
        using var neighbour = await GetAsync(host, "/api/sources?q=library", "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, neighbour.StatusCode);
        using var health = await GetAsync(host, "/health/live", Elsewhere);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/?q=Where+did+a+library+open", Stop)).StatusCode);
    }

    internal static NewsBotSettings WithDesks(NewsBotSettings settings) =>
        settings with
        {
            Digests = settings.Digests with
            {
                Desks = new([
                    new()
                    {
                        Name = "Sport",
                        Channels = [],
                        Users = ["sporty@news.test"],
                        Articles = new() { Sources = new HashSet<string> { "in/sport.txt" } },
                    },
                    new() { Name = "City", Channels = [] },
                ]),
            },
        };

    internal static async Task<string> AddAsync(
        ApiKeys keys,
        string name,
        AccessScope scopes,
        string? desk = null,
        DateTimeOffset? expires = null
    )
    {
        var (text, secret) = ApiKeyText.New();
        var key = new ApiKey(text.Id, name, scopes, desk, TimeProvider.System.GetUtcNow(), expires, null);
        Assert.True(await keys.AddAsync(key, text, Stop));
        return secret;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string path, string? key)
    {
        using var response = await GetAsync(host, path, Elsewhere, key);
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> GetAsync(TestHost host, string path, string peer, string? key = null) =>
        SendAsync(host, HttpMethod.Get, path, null, peer, key);

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string path, string json, string peer, string? key = null) =>
        SendAsync(host, HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), peer, key);

    private static async Task<HttpResponseMessage> SendAsync(
        TestHost host,
        HttpMethod method,
        string path,
        HttpContent? content,
        string peer,
        string? key
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(TestPeer.Header, peer);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await host.Client.SendAsync(request, Stop);
    }
}
