using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class DigestPageTests(BrowserFixture browser) : BrowserTest(browser)
{
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
        await page.GetByRole(AriaRole.Link, new() { Name = "4 May" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Digest of 4 May 2023");
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
