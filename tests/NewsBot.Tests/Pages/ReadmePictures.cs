using System.Net;
using System.Text.Json;
using Markdig;
using Microsoft.Playwright;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Tests.Pages;

/// <summary>Takes the README's pictures of the page and of Discord: <c>tools/readme-pictures</c>. Run on request only.</summary>
public sealed class ReadmePictures(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>Discord's client cannot be run here: what NewsBot sent to it is shown in Discord's layout and colours.</summary>
    private const string DiscordStyle = """
        body { margin: 0 }
        .post { padding: 20px; width: 600px; background: #313338; color: #dbdee1; font: 15px/1.4 system-ui, sans-serif }
        .bot { display: flex; gap: 8px; align-items: center; margin-bottom: 6px; color: #f2f3f5; font-weight: 600 }
        .bot span { background: #5865f2; color: #fff; border-radius: 4px; padding: 0 5px; font-size: 11px }
        .embed { background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 10px 16px 14px 14px }
        h1 { margin: 4px 0 8px; font-size: 17px } h2, h3 { margin: 12px 0 4px; font-size: 15px } p { margin: 8px 0 }
        a { color: #00a8fc; text-decoration: none } strong { color: #f2f3f5 }
        footer { margin-top: 8px; font-size: 12px; color: #b5bac1 }
        """;

    private static string Folder =>
        Environment.GetEnvironmentVariable(Screenshots.Folder) ?? Path.Combine(RepositoryFolder.Root, "docs", "images");

    /// <summary>A line break of Discord's Markdown is a line break.</summary>
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak().Build();

    private protected override Task<TestHost> StartAsync() =>
        TestHost.ListenAsync(adjust: settings => settings with { Answers = settings.Answers with { ReadingModel = true } });

    [Fact(Explicit = true)]
    public async Task TakePage()
    {
        var page = await OpenAsync(
            ShownPages.OfSeeds["chat-answer"],
            options => options.ViewportSize = new() { Width = 1000, Height = 860 }
        );
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator(".statement .chip").First.HoverAsync();
        await Assertions.Expect(page.Locator(".tip:visible")).ToHaveCountAsync(1);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "page-answer.png") });
    }

    [Fact(Explicit = true)]
    public async Task TakeDiscordDigest()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var host = await TestHost.StartAsync(adjust: settings =>
            settings with
            {
                Discord = settings.Discord with
                {
                    Token = ScriptedDiscord.Token,
                    ApiBaseUrl = discord.ApiBaseUrl,
                    Channels = [ScriptedDiscord.ChannelId],
                },
            }
        );
        var gateway = await discord.ConnectionAsync();
        await gateway.ReceiveAsync();
        await discord.SendAsync(gateway, ScriptedInteraction.Subcommand("digest", "date", ("day", "2023-05-03")));
        var shown = (await discord.RequestAsync(request => request.IsEdit)).Body!.Value;
        discord.AssertNoViolations();

        var page = await OpenAsync("about:blank");
        await page.SetContentAsync(Html(shown.GetProperty("embeds")[0]));
        await page.Locator(".post").ScreenshotAsync(new() { Path = Path.Combine(Folder, "discord-digest.png") });
    }

    private static string Html(JsonElement embed) =>
        $"""
            <style>{DiscordStyle}</style>
            <div class="post">
            <div class="bot">NewsBot <span>APP</span></div>
            <div class="embed" style="border-color:#{embed.GetProperty("color").GetInt32():x6}">
            <h1>{WebUtility.HtmlEncode(embed.GetProperty("title").GetString())}</h1>
            {Markdig.Markdown.ToHtml(embed.GetProperty("description").GetString()!, Markdown)}
            <footer>{WebUtility.HtmlEncode(embed.GetProperty("footer").GetProperty("text").GetString())}</footer>
            </div>
            </div>
            """;
}
