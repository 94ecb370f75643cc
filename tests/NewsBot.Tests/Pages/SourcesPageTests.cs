using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class SourcesPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    protected override bool SharesHost => true;

    [Fact]
    public async Task Search_ListsPassages_AndEachLeadsToItsMark()
    {
        var page = await OpenAsync("/sources");

        await page.Locator("#query").FillAsync("Novo-Ogaryovo residence");
        await page.Locator("#query").PressAsync("Enter");
        await page.Locator(".results li").First.WaitForAsync();
        var first = page.Locator(".results > li").First;
        await Assertions.Expect(first.Locator("mark").First).ToBeVisibleAsync();
        var passage = await first.Locator("blockquote").Last.TextContentAsync();
        await page.Locator(".results h2 a").First.ClickAsync();
        await page.Locator("#text mark").First.WaitForAsync();

        // Each paragraph of the passage has a mark of its own; the blank lines between them are the page's.
        Assert.Equal(
            passage!.Replace("\n", "", StringComparison.Ordinal),
            string.Concat(await page.Locator("#text mark").AllTextContentsAsync())
        );
        AssertNoComplaints();
    }

    [Fact]
    public async Task Search_WithoutAResult_SaysSo()
    {
        var page = await OpenAsync("/sources?q=xyzzy");

        await Assertions.Expect(page.Locator(".count")).ToHaveTextAsync("No passage contains any of these words.");
        await Assertions.Expect(page.Locator("#query")).ToHaveValueAsync("xyzzy");
    }

    [Fact]
    public async Task Passage_IsShortened_UntilAllOfItIsAskedFor()
    {
        var page = await OpenAsync("/sources?q=Novo-Ogaryovo");
        var item = page.Locator(".results > li").Filter(new() { Has = page.Locator("details") }).First;

        await Assertions.Expect(item.Locator("> blockquote")).ToBeVisibleAsync();
        await item.Locator("summary").ClickAsync();

        await Assertions.Expect(item.Locator("details blockquote")).ToBeVisibleAsync();
        await Assertions.Expect(item.Locator("> blockquote")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Fields_LimitTheSearch_AndTheLineSaysSo()
    {
        var page = await OpenAsync("/sources");

        await page.Locator("#query").FillAsync("drone");
        await page.Locator("#from").FillAsync("2023-05-04");
        await page.Locator("#query").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("Searched from 4 May 2023.");
        Assert.Equal(["4 May 2023"], (await page.Locator(".results time").AllTextContentsAsync()).Distinct());
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync("2023-05-04");
    }

    [Fact]
    public async Task ArticleOfAnAnswer_NamesItself_LeadsBack_AndStepsFromMarkToMark()
    {
        var page = await OpenAsync("/articles/001_a0b4809ae95599bf.txt?quotes=0-97.99-216&q=where+was+Putin%3F#q0-97");

        await Assertions.Expect(page.Locator("#marks .file")).ToHaveTextAsync("001_a0b4809ae95599bf.txt");
        await Assertions.Expect(page.Locator("#marks time")).ToHaveTextAsync("3 May 2023");
        await Assertions.Expect(page.Locator("#previous")).ToBeHiddenAsync();
        await page.Locator("#next").ClickAsync();
        Assert.EndsWith("#q99-216", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#next")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#previous")).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.Locator(".others a").CountAsync());
        await page.Locator("#back").ClickAsync();
        await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("where was Putin?");
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
