using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>People sign in at a provider and come back; what the provider did not say lets nobody in.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private static readonly string[] Articles =
    [
        Some.ArticleLine("in/sport.txt", "A stadium opened in Leeds on Monday."),
        Some.ArticleLine("in/city.txt", "A library opened in York on Monday."),
    ];

    private ScriptedIdentityProvider provider = null!;
    private TestHost host = null!;
    private Visitor visitor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonObject Jane => Visitor.Person("jane", "jane@news.test");

    public async ValueTask InitializeAsync()
    {
        provider = await ScriptedIdentityProvider.StartAsync();
        host = await TestHost.StartAsync(
            Articles,
            settings =>
                AccessTests.WithDesks(settings) with
                {
                    PublicUrl = new Uri(Visitor.Site),
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
        visitor = new Visitor(host, provider);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Person_IsSentToTheProvider_AndBackToTheArticle_WithTheirNameOnThePage()
    {
        var back = await visitor.SignInAsync("/articles/in%2Fcity.txt?q=where", Jane);
        using var page = await visitor.SendAsync(HttpMethod.Get, back);
        var html = await page.Content.ReadAsStringAsync(Stop);

        Assert.Equal("/articles/in%2Fcity.txt?q=where", back);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Signed in as Jane Doe", html, StringComparison.Ordinal);
        Assert.Contains("York", html, StringComparison.Ordinal);
        using var api = await visitor.SendAsync(HttpMethod.Get, "/api/articles/in/city.txt");
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Fact]
    public async Task Session_IsACookie_ThatScriptsAndOtherSitesDoNotGet()
    {
        using var callback = await visitor.CallbackAsync("/", Jane);

        var session = Assert.Single(callback.Headers.GetValues("Set-Cookie"), one => one.StartsWith("newsbot=", StringComparison.Ordinal));

        Assert.Contains("; secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(host.DataDirectory, "keys")));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Redirect)]
    public async Task Session_SurvivesARestart_AsLongAsItsKeysAreThere(bool areKept, HttpStatusCode expected)
    {
        await visitor.SignInAsync("/", Jane);
        using var before = await visitor.SendAsync(HttpMethod.Get, "/articles/in/city.txt");

        await host.RestartAsync(() =>
        {
            if (!areKept)
                Directory.Delete(Path.Combine(host.DataDirectory, "keys"), recursive: true);
        });
        using var after = await visitor.SendAsync(HttpMethod.Get, "/articles/in/city.txt");

        Assert.Equal((HttpStatusCode.OK, expected), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task Person_OfADesk_SeesItsArticlesAlone()
    {
        await visitor.SignInAsync("/", Visitor.Person("sporty", "Sporty@news.test"));

        using var own = await visitor.SendAsync(HttpMethod.Get, "/articles/in/sport.txt");
        using var other = await visitor.SendAsync(HttpMethod.Get, "/articles/in/city.txt");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task StaffPage_IsForAdmins()
    {
        await visitor.SignInAsync("/", Jane);
        using var reader = await visitor.SendAsync(HttpMethod.Get, "/admin/articles");
        visitor.Cookies.Clear();
        await visitor.SignInAsync("/", Visitor.Person("boss", "boss@news.test"));
        using var admin = await visitor.SendAsync(HttpMethod.Get, "/admin/articles");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (reader.StatusCode, admin.StatusCode));
    }

    [Fact]
    public async Task Address_ThatTheProviderHasNotVerified_GivesNoRights()
    {
        var liar = Visitor.Person("liar", "boss@news.test");
        liar["email_verified"] = false;
        await visitor.SignInAsync("/", liar);

        using var admin = await visitor.SendAsync(HttpMethod.Get, "/admin/articles");

        Assert.Equal(HttpStatusCode.Forbidden, admin.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AndFormsOfOtherSitesDoNot()
    {
        await visitor.SignInAsync("/", Jane);
        using var foreign = await visitor.SendAsync(HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "cross-site"));
        using var still = await visitor.SendAsync(HttpMethod.Get, "/sources");
        using var own = await visitor.SendAsync(HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "same-origin"));
        using var after = await visitor.SendAsync(HttpMethod.Get, "/sources");
        using var told = await visitor.SendAsync(HttpMethod.Get, own.Headers.Location!.OriginalString);

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
        using var callback = await visitor.CallbackAsync("/", Jane, fault);
        var body = await callback.Content.ReadAsStringAsync(Stop);
        using var page = await visitor.SendAsync(HttpMethod.Get, "/sources");

        Assert.Equal(HttpStatusCode.Unauthorized, callback.StatusCode);
        Assert.Contains("Signing in did not work", body, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", body, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies.Keys, name => name == "newsbot");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Theory]
    [InlineData("""{"_claim_names":{"groups":"src1"}}""")]
    [InlineData("""{"hasgroups":true}""")]
    public async Task Person_WhoseGroupsTheProviderLeftOut_IsNotLetInWithoutADesk(string claims)
    {
        var person = Jane;
        foreach (var (name, value) in JsonNode.Parse(claims)!.AsObject())
            person[name] = value!.DeepClone();

        using var callback = await visitor.CallbackAsync("/", person);

        Assert.Equal(HttpStatusCode.Unauthorized, callback.StatusCode);
        Assert.DoesNotContain(visitor.Cookies.Keys, name => name == "newsbot");
    }

    [Theory]
    [InlineData("/sign-in?return=https%3A%2F%2Fevil.test%2F")]
    [InlineData("/sign-in?return=%2F%2Fevil.test%2F")]
    [InlineData("/sign-in?return=%2F%5Cevil.test")]
    [InlineData("/sign-in?return=%2F%09%2Fevil.test")]
    [InlineData("/sign-in?return=evil.test")]
    [InlineData("//evil.test/")]
    public async Task Return_ToAnotherSite_LeadsToTheChatInstead(string path) => Assert.Equal("/", await visitor.SignInAsync(path, Jane));

    [Fact]
    public async Task Script_ThatFetchesAfterTheSession_GetsA401AndNoRedirect()
    {
        using var response = await visitor.SendAsync(HttpMethod.Get, "/answer?q=who", ("Sec-Fetch-Mode", "cors"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
