using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class LookTests(BrowserFixture browser) : BrowserTest(browser)
{
    protected override bool SharesHost => true;

    [Fact]
    public async Task Dark_FollowsTheReadersScheme()
    {
        var light = await OpenAsync("/", options => options.ColorScheme = ColorScheme.Light);
        var dark = await OpenAsync("/", options => options.ColorScheme = ColorScheme.Dark);

        await Assertions.Expect(light.Locator("body")).ToHaveCSSAsync("background-color", "rgb(250, 248, 244)");
        await Assertions.Expect(dark.Locator("body")).ToHaveCSSAsync("background-color", "rgb(23, 22, 20)");
    }

    [Fact]
    public async Task WaitingForAnAnswer_IsSaid_AndWithReducedMotionNothingMoves()
    {
        var page = await OpenAsync("/");
        await page.RouteAsync("**/answer?**", _ => Task.CompletedTask);

        await page.Locator("#question").FillAsync("where was Putin?");
        await page.Locator("#question").PressAsync("Enter");

        await Assertions.Expect(page.Locator(".working")).ToHaveTextAsync("Searching the articles…");
        Assert.Equal(
            "none",
            await page.Locator(".working").EvaluateAsync<string>("node => getComputedStyle(node, '::before').animationName")
        );
    }
}
