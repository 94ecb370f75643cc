using Microsoft.Playwright;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>A test that meets the pages as a reader does: in a real browser, over a real port.</summary>
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> complaints = [];

    private protected TestHost Host { get; private set; } = null!;

    /// <summary>Lines of a .jsonl file of articles; null: the seeds.</summary>
    protected virtual IReadOnlyList<string>? Articles => null;

    public async ValueTask InitializeAsync() => Host = await StartAsync();

    /// <summary>
    /// Gets a value indicating whether the test changes nothing that the host keeps, so that it may share the host with other tests.
    /// </summary>
    protected virtual bool SharesHost => false;

    /// <summary>Starts the host that the pages come from.</summary>
    private protected virtual Task<TestHost> StartAsync() => SharesHost ? SharedHosts.OfSeedsAsync() : TestHost.ListenAsync(Articles);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.CloseAsync();
        if (!SharesHost)
            await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page at a path of the host.</summary>
    protected async Task<IPage> OpenAsync(string path, Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Host.Client.BaseAddress!.ToString(), ReducedMotion = ReducedMotion.Reduce };
        adjust?.Invoke(options);
        var context = await browser.OpenAsync(options);
        contexts.Add(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Asks in the box, and waits for the answer.</summary>
    protected static async Task AskAsync(IPage page, string question)
    {
        var turns = await page.Locator(".turn").CountAsync();
        await page.Locator("#question").FillAsync(question);
        await page.Locator("#question").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(turns + 1);
        await Assertions.Expect(page.Locator(".turn").Last.Locator(".answer, .declined")).ToBeVisibleAsync();
    }

    /// <summary>Neither did a script fail, nor did the browser refuse something that a page asked for.</summary>
    protected void AssertNoComplaints() => Assert.Empty(complaints);
}
