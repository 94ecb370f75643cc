using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class ChatPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Question_IsAnsweredInTheColumn_WithoutLoadingThePageAgain()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("window.wasHere = true");

        await AskAsync(page, "where was Putin?");
        await AskAsync(page, "Where was Zelensky?");

        Assert.True(await page.EvaluateAsync<bool>("window.wasHere"));
        await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync(["where was Putin?", "Where was Zelensky?"]);
        await Assertions.Expect(page.Locator(".turn").First.Locator(".statement").First).ToContainTextAsync("Novo-O");
        await Assertions.Expect(page.Locator("#question")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#question")).ToBeFocusedAsync();
        AssertNoComplaints();
    }

    [Fact]
    public async Task Conversation_ComesBack_AfterReloadAndAfterReadingAnArticle()
    {
        var page = await OpenAsync("/");
        await AskAsync(page, "where was Putin?");
        await AskAsync(page, "What did the mayor of Moscow ban?");

        await page.ReloadAsync();
        var afterReload = await page.Locator(".question").AllTextContentsAsync();
        await page.Locator(".statement .chip").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/articles/"));
        await page.GoBackAsync();
        var afterBack = await page.Locator(".question").AllTextContentsAsync();

        Assert.Equal(["where was Putin?", "What did the mayor of Moscow ban?"], afterReload);
        Assert.Equal(afterReload, afterBack);
    }

    [Fact]
    public async Task WithoutScript_TheSameFormAsks_AndKeepsTheConversation()
    {
        var page = await OpenAsync("/", options => options.JavaScriptEnabled = false);

        foreach (var question in (string[])["where was Putin?", "What did the mayor of Moscow ban?"])
        {
            await page.Locator("#question").FillAsync(question);
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
            await Assertions.Expect(page.Locator(".question").Last).ToHaveTextAsync(question);
        }

        await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Seeds_BringThreeExamples_WhichTheyAnswer()
    {
        var page = await OpenAsync("/");

        await Assertions.Expect(page.Locator(".examples a")).ToHaveCountAsync(3);
        foreach (var example in await page.Locator(".examples a").AllTextContentsAsync())
        {
            await page.GotoAsync("/?q=" + Uri.EscapeDataString(example));
            await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Example_AsksWhenItIsChosen()
    {
        var page = await OpenAsync("/");

        await page.Locator(".examples a").First.ClickAsync();

        await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#welcome")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task QuestionWithoutEvidence_LooksUnlikeAnAnswer_AndOffersTheNearestSources()
    {
        var page = await OpenAsync("/");

        await AskAsync(page, "Where was Zelensky?");

        await Assertions.Expect(page.Locator(".declined .verdict")).ToHaveTextAsync("The articles do not answer this question.");
        await Assertions.Expect(page.Locator(".statement")).ToHaveCountAsync(0);
        Assert.NotEqual(0, await page.Locator(".nearest a").CountAsync());
    }

    [Fact]
    public async Task ServerThatFails_IsSaidCalmly_AndAskedAgain()
    {
        var page = await OpenAsync("/");
        await page.RouteAsync("**/answer?**", route => route.FulfillAsync(new() { Status = 500, Body = "oops" }), new() { Times = 1 });

        await page.Locator("#question").FillAsync("where was Putin?");
        await page.Locator("#question").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("something went wrong on NewsBot’s side");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task ServerThatIsGone_IsSaidCalmly_AndTheQuestionStays()
    {
        var page = await OpenAsync("/");
        await page.RouteAsync("**/answer?**", route => route.AbortAsync());

        await page.Locator("#question").FillAsync("where was Putin?");
        await page.Locator("#question").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("NewsBot cannot be reached");
        await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("where was Putin?");
    }

    [Fact]
    public async Task NewAnswer_IsToldToScreenReaders()
    {
        var page = await OpenAsync("/");

        await AskAsync(page, "where was Putin?");

        await Assertions.Expect(page.GetByRole(AriaRole.Log, new() { Name = "Conversation" }).Locator(".answer")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#conversation")).ToHaveAttributeAsync("aria-busy", "false");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToHaveCountAsync(1);
    }
}
