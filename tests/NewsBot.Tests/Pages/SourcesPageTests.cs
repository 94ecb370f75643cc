using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class SourcesPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Search_ListsPassages_AndEachLeadsToItsMark()
    {
        var page = await OpenAsync("/sources");

        await page.Locator("#query").FillAsync("Novo-Ogaryovo residence");
        await page.Locator("#query").PressAsync("Enter");
        await page.Locator(".results li").First.WaitForAsync();
        var passage = await page.Locator(".results blockquote").First.TextContentAsync();
        await page.Locator(".results h2 a").First.ClickAsync();
        await page.Locator("#text mark").First.WaitForAsync();

        // Each paragraph of the passage has a mark of its own; the blank lines between them are the page's.
        Assert.Equal(passage!.Replace("\n", "", StringComparison.Ordinal), string.Concat(await page.Locator("#text mark").AllTextContentsAsync()));
        AssertNoComplaints();
    }

    [Fact]
    public async Task Search_WithoutAResult_SaysSo()
    {
        var page = await OpenAsync("/sources?q=xyzzy");

        await Assertions.Expect(page.Locator(".declined")).ToHaveTextAsync("No passage has any of these words.");
        await Assertions.Expect(page.Locator("#query")).ToHaveValueAsync("xyzzy");
    }

    [Fact]
    public async Task ArticleQuotedTwice_OffersTheWayToItsOtherQuotes()
    {
        var page = await OpenAsync("/articles/001_a0b4809ae95599bf.txt?quotes=99-216.0-97#q0-97");

        await page.GetByRole(AriaRole.Link, new() { Name = "Quote 2 of 2" }).ClickAsync();

        await Assertions.Expect(page.Locator("#text mark").First).ToBeFocusedAsync();
        Assert.EndsWith("#q99-216", page.Url, StringComparison.Ordinal);
    }
}
