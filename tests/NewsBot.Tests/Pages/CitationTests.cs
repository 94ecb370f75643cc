using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class CitationTests(BrowserFixture browser) : BrowserTest(browser)
{
    protected override bool SharesHost => true;

    private const string Question = "/?q=where+was+Putin%3F";

    [Fact]
    public async Task Hover_ShowsThePassage_AndItStaysWhileItIsRead()
    {
        var page = await OpenAsync(Question);
        var cite = page.Locator(".statement .cite").First;
        await Assertions.Expect(cite.Locator(".tip")).ToBeHiddenAsync();

        await cite.Locator(".chip").HoverAsync();
        await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
        await cite.Locator(".tip .tip-text").HoverAsync();

        await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
        var cited = (await cite.Locator(".chip").GetAttributeAsync("href"))!.Split("/articles/")[1].Split('?', '#')[0];
        await Assertions.Expect(cite.Locator(".tip .file")).ToHaveTextAsync(Uri.UnescapeDataString(cited));
    }

    [Fact]
    public async Task Focus_ShowsThePassage_WhichDescribesTheNumber_AndEscClosesIt()
    {
        var page = await OpenAsync(Question);
        var cite = page.Locator(".statement .cite").First;
        var chip = cite.Locator(".chip");

        await chip.FocusAsync();
        await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
        await Assertions
            .Expect(cite.GetByRole(AriaRole.Tooltip))
            .ToHaveAttributeAsync("id", (await chip.GetAttributeAsync("aria-describedby"))!);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(cite.Locator(".tip")).ToBeHiddenAsync();
        await Assertions.Expect(chip).ToBeFocusedAsync();

        await page.Locator("#question").FocusAsync();
        await chip.FocusAsync();
        await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FirstTouch_ShowsThePassage_TheSecondFollowsIt()
    {
        var page = await OpenAsync(Question, options => options.HasTouch = true);
        var cite = page.Locator(".statement .cite").First;

        await TouchAsync(cite.Locator(".chip"));
        await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
        Assert.DoesNotContain("/articles/", page.Url, StringComparison.Ordinal);
        await TouchAsync(cite.Locator(".chip"));

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/articles/"));

        // By events: a busy machine stretches an emulated tap into a long press.
        static async Task TouchAsync(ILocator target)
        {
            await target.DispatchEventAsync("pointerdown", new { pointerType = "touch", bubbles = true });
            await target.DispatchEventAsync("click", new { bubbles = true, cancelable = true });
        }
    }

    [Fact]
    public async Task Passage_IsOnTheScreen_AndInReach_WhereverItsNumberIs()
    {
        var page = await OpenAsync("/", options => options.ViewportSize = new ViewportSize { Width = 360, Height = 640 });
        await AskAsync(page, "where was Putin?");

        foreach (var cite in await page.Locator(".statement .cite").AllAsync())
        {
            await cite.Locator(".chip").HoverAsync();
            await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
            var box = (await cite.Locator(".tip").BoundingBoxAsync())!;

            Assert.InRange(box.X, 0, 360 - box.Width);
            Assert.InRange(box.Y, 0, 640 - box.Height);
            await cite.Locator(".tip .tip-text").HoverAsync();
            await Assertions.Expect(cite.Locator(".tip")).ToBeVisibleAsync();
            await page.Mouse.MoveAsync(0, 0);
        }
    }

    [Fact]
    public async Task EveryCitation_LeadsToItsArticle_WithExactlyTheQuoteMarked()
    {
        var page = await OpenAsync(Question);
        var links = await page.Locator(".statement .chip")
            .EvaluateAllAsync<string[]>("chips => chips.map(chip => chip.getAttribute('href'))");
        var quotes = await page.Locator(".statement .tip mark").AllTextContentsAsync();
        Assert.NotEmpty(links);

        for (var i = 0; i < links.Length; i++)
        {
            await page.GotoAsync(Question);
            await page.Locator(".statement .chip").Nth(i).ClickAsync();
            await Assertions.Expect(page.Locator("#text mark").First).ToBeInViewportAsync();

            Assert.EndsWith(links[i], page.Url, StringComparison.Ordinal);
            Assert.Equal(quotes[i], string.Concat(await page.Locator("#text mark").AllTextContentsAsync()));
            await Assertions.Expect(page.Locator("#text mark").First).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#announcement")).ToHaveTextAsync("The quoted passage is marked.");
        }

        AssertNoComplaints();
    }

    [Fact]
    public async Task Link_OfTheApi_OpensTheSameMark()
    {
        using var body = new StringContent("""{"question":"where was Putin?"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await Host.Client.PostAsync("/api/ask", body, TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var citation = answer.RootElement.GetProperty("citations")[0];

        var page = await OpenAsync(citation.GetProperty("link").GetString()!);

        await Assertions.Expect(page.Locator("#text mark")).ToHaveTextAsync(citation.GetProperty("quote").GetString()!);
    }

    [Fact]
    public async Task WithoutScript_TheSentenceOfALink_IsMarkedAllTheSame()
    {
        var page = await OpenAsync(Question, options => options.JavaScriptEnabled = false);
        var quote = await page.Locator(".tip mark").First.TextContentAsync();

        await page.Locator(".statement .chip").First.ClickAsync();

        var target = page.Locator("#text span:target");
        await Assertions.Expect(target).ToHaveTextAsync(quote!);
        await Assertions.Expect(target).ToHaveCSSAsync("background-color", "rgb(255, 232, 163)");
    }

    [Fact]
    public async Task Keyboard_AloneAsks_ReadsThePassage_AndFollowsIt()
    {
        var page = await OpenAsync("/");

        // The box has the focus at first; from the top of the page the first stop leads to it.
        await Assertions.Expect(page.Locator("#question")).ToBeFocusedAsync();
        await TabToAsync(page, ".skip", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#question")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("where was Putin?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".answer")).ToHaveCountAsync(1);
        await TabToAsync(page, ".statement .chip", "Shift+Tab");
        await Assertions.Expect(page.Locator(".tip:visible")).ToHaveCountAsync(1);
        var quote = await page.Locator(".tip:visible mark").TextContentAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#text mark").First).ToBeFocusedAsync();
        Assert.Equal(quote, string.Concat(await page.Locator("#text mark").AllTextContentsAsync()));
    }

    private static async Task TabToAsync(IPage page, string selector, string key = "Tab")
    {
        for (var i = 0; i < 30; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The key does not lead to {selector}.");
    }
}
