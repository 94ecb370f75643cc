using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

public sealed class LookTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>Texts with a contrast below WCAG 2.2's 4.5:1 (success criterion 1.4.3), by its formula of relative luminance.</summary>
    private const string FaintTexts = """
        () => {
          const parse = color => { const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = c => 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
          const ground = node => {
            for (; node; node = node.parentElement) {
              const color = parse(getComputedStyle(node).backgroundColor);
              if (color.a > 0) return color;
            }
            return { r: 255, g: 255, b: 255 };
          };
          const faint = [];
          for (const node of document.querySelectorAll("body *")) {
            const text = [...node.childNodes].filter(child => child.nodeType === Node.TEXT_NODE).map(child => child.data).join("").trim();
            if (!text) continue;
            const [a, b] = [luminance(parse(getComputedStyle(node).color)), luminance(ground(node))].sort((x, y) => y - x);
            const contrast = (a + 0.05) / (b + 0.05);
            if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${node.className || node.tagName}: ${text.slice(0, 40)}`);
          }
          return faint;
        }
        """;

    public static TheoryData<string> Paths => [.. ShownPages.OfSeeds.Values];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OnANarrowScreen_DoesNotScrollSideways(string path)
    {
        var page = await OpenAsync(path, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 640 });

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Text_IsReadable_InLightAndDark(string path)
    {
        var page = await OpenAsync(path);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await page.EvaluateAsync<string[]>(FaintTexts);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.EvaluateAsync<string[]>(FaintTexts);

        Assert.Empty(light);
        Assert.Empty(dark);
    }

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
        Assert.Equal("none", await page.Locator(".working").EvaluateAsync<string>("node => getComputedStyle(node, '::before').animationName"));
    }
}
