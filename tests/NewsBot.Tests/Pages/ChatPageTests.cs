using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class ChatPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    protected override bool SharesHost => true;

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
    public async Task Fields_LimitTheQuestion_AlsoWithoutScript()
    {
        foreach (var hasScript in (bool[])[true, false])
        {
            var page = await OpenAsync("/", options => options.JavaScriptEnabled = hasScript);

            await page.Locator(".limits summary").ClickAsync();
            await page.Locator("#from").FillAsync("2023-05-03");
            await page.Locator("#to").FillAsync("2023-05-09");
            await page.Locator("#question").FillAsync("where was Putin?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();

            await Assertions.Expect(page.Locator(".answer > .said")).ToHaveTextAsync("Searched 3 to 9 May 2023.");
            await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("where was Putin? from:2023-05-03 to:2023-05-09");
        }
    }

    [Fact]
    public async Task Copy_TakesTheAnswerWithItsSources_AsPlainText()
    {
        var page = await OpenAsync("/?q=where+was+Putin%3F", options => options.Permissions = ["clipboard-read", "clipboard-write"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tools .said")).ToHaveTextAsync("Copied.");
        var text = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.StartsWith("where was Putin?", text, StringComparison.Ordinal);
        Assert.Contains("residence. [1] [2]", text, StringComparison.Ordinal);
        Assert.Contains("001_a0b4809ae95599bf.txt, 3 May 2023", text, StringComparison.Ordinal);
        Assert.Contains("/articles/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_IsOffered_AndAnswered_AndANewConversationIsOneClickAway()
    {
        var page = await OpenAsync("/");
        await Assertions.Expect(page.Locator("#fresh")).ToBeHiddenAsync();
        await AskAsync(page, "where was Putin?");

        await page.Locator(".follow-ups a").First.ClickAsync();

        await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "New conversation" }).ClickAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task HoverCard_ShowsTheNeighboursOfTheQuote()
    {
        var page = await OpenAsync("/?q=where+was+Putin%3F");
        var tip = page.Locator(".statement .tip-text").First;

        var quote = await tip.Locator("mark").TextContentAsync();
        var whole = await tip.TextContentAsync();

        var at = whole!.IndexOf(quote!, StringComparison.Ordinal);
        Assert.Contains(whole[..at], char.IsLetter);
        Assert.Contains(whole[(at + quote!.Length)..], char.IsLetter);
    }

    [Fact]
    public async Task EmptyPage_SaysWhatTheArchiveHolds()
    {
        var page = await OpenAsync("/");

        await Assertions
            .Expect(page.Locator("#facts p"))
            .ToHaveTextAsync("The archive contains 5 articles, published from 3 May 2023 to 4 May 2023.");
        await Assertions.Expect(page.Locator("#question")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ServerThatFails_IsSaidCalmly_AndAskedAgain()
    {
        var page = await OpenAsync("/");
        await page.RouteAsync("**/answer?**", route => route.FulfillAsync(new() { Status = 500, Body = "oops" }), new() { Times = 1 });

        await page.Locator("#question").FillAsync("where was Putin?");
        await page.Locator("#question").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("Something went wrong on NewsBot’s side");
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
