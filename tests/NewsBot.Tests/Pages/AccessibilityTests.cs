using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>
/// Every page passes axe-core's rules (WCAG 2.2 A and AA, and best practices), narrow and light, wide and dark, with readable texts; it
/// does not scroll sideways at 360 px, and every control is reached by keyboard.
/// </summary>
public abstract class AccessibilityTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>
    /// The controls that are shown, without those that the keyboard reaches through others: what stands in closed details, and the pages'
    /// main part.
    /// </summary>
    private const string Controls = """
        () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary")]
          .filter(node => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
        """;

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

    private const string Violations = """
        async () => (await axe.run({ resultTypes: ["violations"] })).violations
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join("; ")}`)
        """;

    // Run in the page itself, once loaded. Deque's own call loads axe-core into the page and into an empty one for each result.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    protected override bool SharesHost => true;

    protected static async Task<string[]> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Violations);
    }

    protected async Task CheckAsync(string path)
    {
        var page = await OpenAsync(path, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 640 });
        foreach (var (width, scheme) in (IEnumerable<(int, ColorScheme)>)[(360, ColorScheme.Light), (1280, ColorScheme.Dark)])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await ViolationsAsync(page));
            Assert.Empty(await page.EvaluateAsync<string[]>(FaintTexts));
        }

        await page.SetViewportSizeAsync(360, 800);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AssertReachedAsync(page);
    }

    private static async Task AssertReachedAsync(IPage page)
    {
        var controls = await page.EvaluateAsync<int>(
            $"{{ window.controls = ({Controls})(); window.reached = new Set(); document.activeElement?.blur(); window.controls.length }}"
        );
        // A field for a day is four stops: day, month, year, and the button of its calendar.
        for (var (i, left) = (0, controls); left > 0 && i < (4 * controls) + 4; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            left = await page.EvaluateAsync<int>(
                "window.reached.add(document.activeElement); window.controls.filter(node => !window.reached.has(node)).length"
            );
        }

        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "window.controls.filter(node => !window.reached.has(node)).map(node => node.outerHTML.slice(0, 120))"
            )
        );
    }
}

public sealed class SeedAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    public static TheoryData<string> Paths => [.. ShownPages.OfSeeds.Values];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Page_HasNoViolation_AndEveryControlIsReached(string path) => CheckAsync(path);

    [Fact]
    public async Task Violation_IsFound()
    {
        var page = await OpenAsync("/");

        await page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        Assert.Contains(await ViolationsAsync(page), violation => violation.StartsWith("html-has-lang: ", StringComparison.Ordinal));
    }
}

public sealed class NewsroomAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    public static TheoryData<string> Paths => [.. ShownPages.OfNewsroom.Values];

    private protected override Task<TestHost> StartAsync() => SharedHosts.OfNewsroomAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Page_HasNoViolation_AndEveryControlIsReached(string path) => CheckAsync(path);
}
