using Microsoft.Playwright;
using NewsBot.Settings;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>What a page was opened for is done after the sign-in that comes between, in a real browser.</summary>
public sealed class SignedInPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    private ScriptedIdentityProvider provider = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Question_InTheAddress_IsAnsweredAfterSigningIn()
    {
        var page = await OpenFromElsewhereAsync("/?q=Where+did+a+library+open%3F");

        await Assertions.Expect(page.GetByText("Jane Doe").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(".turn .answer")).ToContainTextAsync("A library opened in York on Monday.");
        Assert.Equal("/?q=Where+did+a+library+open%3F", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task Quote_AfterTheNumberSign_IsMarkedAfterSigningIn()
    {
        var page = await OpenFromElsewhereAsync("/articles/library.txt#q0-16");

        await Assertions.Expect(page.Locator("#text mark")).ToHaveTextAsync("A library opened");
        Assert.Equal("#q0-16", new Uri(page.Url).Fragment);
    }

    private protected override async Task<TestHost> StartAsync()
    {
        provider = await ScriptedIdentityProvider.StartAsync();
        return await TestHost.ListenAsync(
            [Some.ArticleLine("library.txt", "A library opened in York on Monday.")],
            settings =>
                settings with
                {
                    Access = settings.Access with
                    {
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

    /// <summary>Opens a page as through a proxy, so that the reader is not at the host's own machine and has to sign in.</summary>
    private Task<IPage> OpenFromElsewhereAsync(string path)
    {
        provider.Person = Visitor.Person("jane", "jane@news.test");
        return OpenAsync(path, options => options.ExtraHTTPHeaders = [new("X-Forwarded-For", "203.0.113.7")]);
    }
}
