using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class DigestPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    protected override bool SharesHost => true;

    [Fact]
    public async Task Digest_ShowsTheStory_AndANumberLeadsToTheMarkedSentence()
    {
        var page = await OpenAsync("/digest?date=2023-05-03");
        var sentence = await page.Locator(".day-story .statement").First.TextContentAsync();

        await page.Locator(".day-story .chip").First.ClickAsync();
        await page.Locator("#text mark").First.WaitForAsync();

        Assert.StartsWith(string.Concat(await page.Locator("#text mark").AllTextContentsAsync()), sentence, StringComparison.Ordinal);
        AssertNoComplaints();
    }

    [Fact]
    public async Task Digest_OfAnEmptyDay_SaysSoInOneLine_AndLeadsToOtherDays()
    {
        var page = await OpenAsync("/digest?date=2023-05-05");

        await Assertions.Expect(page.Locator(".declined")).ToHaveTextAsync("5 May 2023: no stories.");
        await Assertions.Expect(page.Locator(".days .off")).ToHaveTextAsync("No later day");
        await page.GetByRole(AriaRole.Link, new() { Name = "4 May 2023" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Digest of 4 May 2023");
    }

    [Fact]
    public async Task Digest_NumbersItsSources_AndNamesFileAndDay()
    {
        var page = await OpenAsync("/digest?date=2023-05-03");

        var used = await page.Locator(".day-story .statement .chip").AllTextContentsAsync();
        var listed = await page.Locator(".day-story .cited .chip").AllTextContentsAsync();

        Assert.Equal(used.Distinct().Order(), listed.Order());
        Assert.Contains("001_a0b4809ae95599bf.txt", await page.Locator(".day-story .cited .file").AllTextContentsAsync());
        Assert.Contains("3 May 2023", await page.Locator(".day-story .cited time").AllTextContentsAsync());
    }

    [Fact]
    public async Task Arrows_SkipEmptyDays_AndEndWhereThereIsNone()
    {
        var page = await OpenAsync("/digest?date=2023-05-03");

        await Assertions.Expect(page.Locator(".days .off")).ToHaveTextAsync("No earlier day");
        await page.Locator(".days a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Digest of 4 May 2023");
    }

    [Fact]
    public async Task Timeline_NamesFileAndDay_AtEachSentence()
    {
        var page = await OpenAsync("/timeline?topic=drone");

        var entries = await page.Locator(".timeline .entry").CountAsync();

        Assert.NotEqual(0, entries);
        Assert.Equal(entries, await page.Locator(".timeline .entry:has(.statement .chip) > .source-line .file").CountAsync());
        await Assertions.Expect(page.Locator(".timeline .entry time").First).ToHaveTextAsync("3 May 2023");
    }

    [Fact]
    public async Task Timeline_ListsDaysInOrder()
    {
        var page = await OpenAsync("/timeline");

        await page.Locator("#topic").FillAsync("drone");
        await page.Locator("#topic").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".timeline > li > h2")).ToHaveTextAsync(["3 May 2023", "4 May 2023the next day", "Without a date"]);
        AssertNoComplaints();
    }
}
