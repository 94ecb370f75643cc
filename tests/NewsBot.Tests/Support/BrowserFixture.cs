using Microsoft.Playwright;
using NewsBot.Tests.Support;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace NewsBot.Tests.Support;

/// <summary>Provides the Chromium installed on this machine, started once for all tests. Never downloads one.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome.exe",
        "msedge.exe",
    ];

    private readonly SemaphoreSlim starting = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>
    /// Returns a fresh profile. Where no browser is installed, the running test is skipped with a reason, except in CI, where it fails.
    /// </summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await (await StartAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        var path = Find();
        if (path is null)
        {
            const string reason = "Needs Chromium on the PATH, for example Debian's package chromium.";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = path,
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            );
        }
        finally
        {
            starting.Release();
        }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
