using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>People sign in at a provider and come back; what the provider did not say lets nobody in.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Site = "https://news.test";
    private static readonly string[] Articles =
    [
        Some.ArticleLine("in/sport.txt", "A stadium opened in Leeds on Monday."),
        Some.ArticleLine("in/city.txt", "A library opened in York on Monday."),
    ];

    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private ScriptedIdentityProvider provider = null!;
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonObject Jane => Person("jane", "jane@news.test");

    public async ValueTask InitializeAsync()
    {
        provider = await ScriptedIdentityProvider.StartAsync();
        host = await TestHost.StartAsync(
            Articles,
            settings =>
                AccessTests.WithDesks(settings) with
                {
                    PublicUrl = new Uri(Site),
                    Access = settings.Access with
                    {
                        Admins = ["boss@news.test"],
                        SignIn = new SignInSettings(
                            provider.Authority,
                            ScriptedIdentityProvider.ClientId,
                            ScriptedIdentityProvider.ClientSecret,
                            "groups",
                            [],
                            TimeSpan.FromHours(12)
                        ),
                    },
                }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Person_IsSentToTheProvider_AndBackToTheArticle_WithTheirNameOnThePage()
    {
        var back = await SignInAsync("/articles/in%2Fcity.txt?q=where", Jane);
        using var page = await SendAsync(HttpMethod.Get, back);
        var html = await page.Content.ReadAsStringAsync(Stop);

        Assert.Equal("/articles/in%2Fcity.txt?q=where", back);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Signed in as Jane Doe", html, StringComparison.Ordinal);
        Assert.Contains("York", html, StringComparison.Ordinal);
        using var api = await SendAsync(HttpMethod.Get, "/api/articles/in/city.txt");
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Fact]
    public async Task Session_IsACookie_ThatScriptsAndOtherSitesDoNotGet()
    {
        using var callback = await CallbackAsync("/", Jane);

        var session = Assert.Single(callback.Headers.GetValues("Set-Cookie"), one => one.StartsWith("newsbot=", StringComparison.Ordinal));

        Assert.Contains("; secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(host.DataDirectory, "keys")));
    }

    [Fact]
    public async Task Person_OfADesk_SeesItsArticlesAlone()
    {
        await SignInAsync("/", Person("sporty", "Sporty@news.test"));

        using var own = await SendAsync(HttpMethod.Get, "/articles/in/sport.txt");
        using var other = await SendAsync(HttpMethod.Get, "/articles/in/city.txt");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task StaffPage_IsForAdmins()
    {
        await SignInAsync("/", Jane);
        using var reader = await SendAsync(HttpMethod.Get, "/admin/articles");
        cookies.Clear();
        await SignInAsync("/", Person("boss", "boss@news.test"));
        using var admin = await SendAsync(HttpMethod.Get, "/admin/articles");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (reader.StatusCode, admin.StatusCode));
    }

    [Fact]
    public async Task Address_ThatTheProviderHasNotVerified_GivesNoRights()
    {
        var liar = Person("liar", "boss@news.test");
        liar["email_verified"] = false;
        await SignInAsync("/", liar);

        using var admin = await SendAsync(HttpMethod.Get, "/admin/articles");

        Assert.Equal(HttpStatusCode.Forbidden, admin.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AndFormsOfOtherSitesDoNot()
    {
        await SignInAsync("/", Jane);
        using var foreign = await SendAsync(HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "cross-site"));
        using var still = await SendAsync(HttpMethod.Get, "/sources");
        using var own = await SendAsync(HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "same-origin"));
        using var after = await SendAsync(HttpMethod.Get, "/sources");
        using var told = await SendAsync(HttpMethod.Get, own.Headers.Location!.OriginalString);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (foreign.StatusCode, still.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Contains("You are signed out", await told.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("signature")]
    [InlineData("state")]
    public async Task Token_ThatIsNotForThisSignIn_LetsNobodyIn(string fault)
    {
        using var callback = await CallbackAsync("/", Jane, fault);
        var body = await callback.Content.ReadAsStringAsync(Stop);
        using var page = await SendAsync(HttpMethod.Get, "/sources");

        Assert.Equal(HttpStatusCode.Unauthorized, callback.StatusCode);
        Assert.Contains("Signing in did not work", body, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", body, StringComparison.Ordinal);
        Assert.DoesNotContain(cookies.Keys, name => name == "newsbot");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in?return=https%3A%2F%2Fevil.test%2F")]
    [InlineData("/sign-in?return=%2F%2Fevil.test%2F")]
    [InlineData("/sign-in?return=%2F%5Cevil.test")]
    [InlineData("/sign-in?return=%2F%09%2Fevil.test")]
    [InlineData("/sign-in?return=evil.test")]
    [InlineData("//evil.test/")]
    public async Task Return_ToAnotherSite_LeadsToTheChatInstead(string path) => Assert.Equal("/", await SignInAsync(path, Jane));

    [Fact]
    public async Task Script_ThatFetchesAfterTheSession_GetsA401AndNoRedirect()
    {
        using var response = await SendAsync(HttpMethod.Get, "/answer?q=who", ("Sec-Fetch-Mode", "cors"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static JsonObject Person(string subject, string email) =>
        new()
        {
            ["sub"] = subject,
            ["name"] = "Jane Doe",
            ["email"] = email,
            ["email_verified"] = true,
        };

    private async Task<string> SignInAsync(string path, JsonObject person)
    {
        using var callback = await CallbackAsync(path, person);
        Assert.Equal(HttpStatusCode.Redirect, callback.StatusCode);
        return callback.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> CallbackAsync(string path, JsonObject person, string? fault = null)
    {
        using var challenge = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        var location = challenge.Headers.Location!;
        Assert.StartsWith(provider.Authority.AbsoluteUri + "authorize?", location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=https%3A%2F%2Fnews.test%2Fsignin-oidc", location.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedIdentityProvider.ClientSecret, location.Query, StringComparison.Ordinal);
        var back = provider.Authorize(
            location,
            person,
            token =>
            {
                if (fault is "nonce" or "iss" or "aud")
                    token[fault] = "https://evil.test";
                if (fault == "exp")
                    (token["nbf"], token["exp"]) = (1_600_000_000, 1_600_000_300);
            },
            isForged: fault == "signature"
        );
        if (fault == "state")
            cookies.Clear();
        return await SendAsync(HttpMethod.Get, back.PathAndQuery);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Site + path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(one => $"{one.Key}={one.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        var response = await host.Client.SendAsync(request, Stop);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (value.Length == 0)
                cookies.Remove(name);
            else
                cookies[name] = value;
        }

        return response;
    }
}
