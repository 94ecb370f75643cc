using Microsoft.Playwright;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>Takes a picture of every page, for people to look at: <c>tools/screenshots</c>. Run on request only.</summary>
public abstract class Screenshots(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>The environment variable that names the folder of the pictures.</summary>
    public const string Folder = "NEWSBOT_SCREENSHOTS";

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (1280, ColorScheme.Light),
        (1280, ColorScheme.Dark),
        (360, ColorScheme.Light),
        (360, ColorScheme.Dark),
    ];

    protected async Task TakeAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Environment.GetEnvironmentVariable(Folder) ?? Path.Combine(RepositoryFolder.Root, "artifacts", "screenshots");
        foreach (var (name, path) in pages)
        {
            var page = await OpenAsync(path);
            // What comes after the page: questions that lead on, and what the archive holds.
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var (width, scheme) in Looks)
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true }
                );
            }
        }
    }
}

public sealed class SeedScreenshots(BrowserFixture browser) : Screenshots(browser)
{
    [Fact(Explicit = true)]
    public Task Take() => TakeAsync(ShownPages.OfSeeds);

    [Fact(Explicit = true)]
    public async Task TakeHoverCard()
    {
        var page = await OpenAsync(ShownPages.OfSeeds["chat-answer"]);
        await page.Locator(".statement .chip").First.HoverAsync();
        await Assertions.Expect(page.Locator(".tip:visible")).ToHaveCountAsync(1);
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(
                    Environment.GetEnvironmentVariable(Folder) ?? Path.Combine(RepositoryFolder.Root, "artifacts", "screenshots"),
                    "chat-hover.png"
                ),
            }
        );
    }
}

public sealed class NewsroomScreenshots(BrowserFixture browser) : Screenshots(browser)
{
    protected override IReadOnlyList<string> Articles => ShownPages.Newsroom;

    [Fact(Explicit = true)]
    public Task Take() => TakeAsync(ShownPages.OfNewsroom);
}
