using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>
/// Every page passes axe-core's rules (WCAG 2.2 A and AA, and best practices), wide and narrow, light and dark, and every control has a
/// name and is reached by keyboard.
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

    protected async Task CheckAsync(string path)
    {
        var page = await OpenAsync(path, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 640 });
        foreach (var (width, scheme) in (IEnumerable<(int, ColorScheme)>)[(360, ColorScheme.Light), (1280, ColorScheme.Dark)])
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.RunAxe();
            Assert.Empty(found.Violations.Select(Describe));
        }

        await page.SetViewportSizeAsync(360, 800);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AssertReachedAsync(page);
    }

    private static async Task AssertReachedAsync(IPage page)
    {
        var controls = await page.EvaluateAsync<int>($"{{ window.controls = ({Controls})(); window.reached = new Set(); document.activeElement?.blur(); window.controls.length }}");
        // A field for a day is four stops: day, month, year, and the button of its calendar.
        for (var i = 0; i < (4 * controls) + 4; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.EvaluateAsync("window.reached.add(document.activeElement)");
        }

        Assert.Empty(await page.EvaluateAsync<string[]>("window.controls.filter(node => !window.reached.has(node)).map(node => node.outerHTML.slice(0, 120))"));
    }

    private static string Describe(AxeResultItem violation) => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}";
}

public sealed class SeedAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    public static TheoryData<string> Paths => [.. ShownPages.OfSeeds.Values];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Page_HasNoViolation_AndEveryControlIsReached(string path) => CheckAsync(path);
}

public sealed class NewsroomAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    public static TheoryData<string> Paths => [.. ShownPages.OfNewsroom.Values];

    protected override IReadOnlyList<string> Articles => ShownPages.Newsroom;

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Page_HasNoViolation_AndEveryControlIsReached(string path) => CheckAsync(path);
}
