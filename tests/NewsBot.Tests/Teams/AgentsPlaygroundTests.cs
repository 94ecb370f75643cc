using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Tests.Pages;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Teams;

/// <summary>
/// A reader in Microsoft's own client, over the seeds: what it shows, and pictures of it if <see cref="Screenshots.Folder"/> names a folder
/// for them. Run by <c>tools/teams-client</c>; skipped if the client is not installed.
/// </summary>
public sealed partial class AgentsPlaygroundTests(BrowserFixture browser)
{
    private const string FollowUps = "You could also ask:";

    /// <summary>For what NewsBot says, in milliseconds: the client shows the rest at once.</summary>
    private const int Patience = 30_000;

    private int pictures;

    [Fact]
    public async Task Reader_InMicrosoftsClient_GetsOneReadableBubbleForEachMessage()
    {
        var script = AgentsPlayground.Require();
        await using var host = await TestHost.ListenAsync(adjust: settings =>
            settings with
            {
                Answers = settings.Answers with { ReadingModel = true },
            }
        );
        await using var playground = await AgentsPlayground.StartAsync(script, host.Client.BaseAddress!);
        await using var context = await browser.OpenAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(playground.Url);
        try
        {
            await ReadAsync(page);
        }
        finally
        {
            // Questions may be looked for still, with a reading model that goes with the host.
            await host.StopAsync();
        }
    }

    private async Task ReadAsync(IPage page)
    {
        await Assertions.Expect(Bubbles(page).First).ToContainTextAsync("Hello, I am NewsBot", new() { Timeout = Patience });

        var answer = await SayAsync(page, "Where was Putin?");
        await Assertions.Expect(answer.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await Assertions.Expect(answer).ToContainTextAsync(AnswerBlock.Cited.Words);
        await Assertions.Expect(answer).ToContainTextAsync(SeedFile());
        await Assertions.Expect(page.Locator(".fai-FeedbackButtons")).ToHaveCountAsync(1);
        // The follow-ups come after it, and nothing else does.
        await Assertions.Expect(page.Locator(".fai-OutputCard").Last).ToContainTextAsync(FollowUps, new() { Timeout = Patience });
        var suggested = page.GetByRole(AriaRole.Button).Filter(new() { HasTextRegex = QuestionMark() });
        await Assertions.Expect(suggested.First).ToBeVisibleAsync();
        await TakeAsync(page, "answer");

        await answer.Locator(".fai-Citation").First.HoverAsync();
        await Assertions.Expect(page.Locator(".fai-PreviewSurface")).ToContainTextAsync(SeedFile());
        await TakeAsync(page, "citation");
        await page.Mouse.MoveAsync(0, 0);

        var led = await SayAsync(page, suggested.First);
        await Assertions.Expect(led.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await TakeAsync(page, "follow-up");

        await Assertions.Expect(await SayAsync(page, "passages")).ToContainTextAsync(SeedFile());
        await TakeAsync(page, "passages");

        var decline = await SayAsync(page, "Who won the cup final?");
        await Assertions.Expect(decline).ToContainTextAsync(Answer.NotAnswered);
        await Assertions.Expect(decline).ToContainTextAsync(SeedFile());
        await TakeAsync(page, "decline");

        var disagreement = await SayAsync(page, "Was Ukraine responsible for the attack?");
        await Assertions.Expect(disagreement).ToContainTextAsync(AnswerBlock.Disputed.Words);
        AssertToldOnce(await disagreement.InnerTextAsync());
        await TakeAsync(page, "disagreement");

        foreach (
            var (text, shown) in new[]
            {
                ("sources drone", "drone"),
                ("digest", "4 May 2023"),
                ("timeline drone", "Timeline of “drone”"),
                ("check: Two drones were aimed at the Kremlin.", "Supported"),
            }
        )
        {
            var bubble = await SayAsync(page, text);
            await Assertions.Expect(bubble).ToContainTextAsync(shown);
            await Assertions.Expect(bubble).ToContainTextAsync(SeedFile());
            await TakeAsync(page, text.Split(' ', ':')[0]);
        }

        await Assertions.Expect(await SayAsync(page, "alert me when drones come")).ToContainTextAsync("I post as soon as");
        await Assertions.Expect(await SayAsync(page, "help")).ToContainTextAsync("Search the articles");
        await TakeAsync(page, "help");
    }

    /// <summary>What NewsBot said, without the follow-ups.</summary>
    private static ILocator Bubbles(IPage page) => page.Locator(".fai-OutputCard").Filter(new() { HasNotText = FollowUps });

    private static Task<ILocator> SayAsync(IPage page, string text) =>
        SayAsync(
            page,
            async () =>
            {
                var box = page.Locator("[contenteditable=true][role=textbox]");
                await box.ClickAsync();
                await box.PressSequentiallyAsync(text);
                await box.PressAsync("Enter");
            }
        );

    private static Task<ILocator> SayAsync(IPage page, ILocator suggested) => SayAsync(page, () => suggested.ClickAsync());

    /// <summary>
    /// Says something, and returns the one bubble that answers it, without marks of Markdown that the client left as they were.
    /// </summary>
    private static async Task<ILocator> SayAsync(IPage page, Func<Task> say)
    {
        var before = await Bubbles(page).CountAsync();
        await say();
        await Assertions.Expect(Bubbles(page)).ToHaveCountAsync(before + 1, new() { Timeout = Patience });
        var bubble = Bubbles(page).Nth(before);
        Assert.DoesNotMatch(RawMarkdown(), await bubble.InnerTextAsync());
        return bubble;
    }

    private static void AssertToldOnce(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 60).ToList();
        Assert.Equal(lines.Distinct(), lines);
        Assert.Equal(2, text.Split(AnswerBlock.Disputed.Words).Length);
    }

    private static Regex SeedFile() => new(@"00\d_[0-9a-f]{16}\.txt");

    private async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Screenshots.Folder) is { Length: > 0 } folder)
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{++pictures:00}-{name}.png"), Animations = ScreenshotAnimations.Disabled }
            );
    }

    [GeneratedRegex(@"\*\*|\]\(|&#\d+;|\[\d+\]|\\[_*\[]|(^|\n)- ")]
    private static partial Regex RawMarkdown();

    [GeneratedRegex(@"\?$")]
    private static partial Regex QuestionMark();
}
