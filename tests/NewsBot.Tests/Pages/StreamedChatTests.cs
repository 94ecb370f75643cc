using Microsoft.Playwright;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport.Models;

namespace NewsBot.Tests.Pages;

public sealed class StreamedChatTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Quote = "Putin was not in the Kremlin at the time of the alleged strike";

    private ScriptedModelServer? model;

    [Fact]
    public async Task Statements_AreShownWhileTheModelStillWrites_AndTheFinishedTurnTakesTheirPlace()
    {
        var page = await OpenAsync("/");

        await AskAsync(page, "Where was Putin?");

        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".turn .statement").First).ToContainTextAsync(Quote);
        await Assertions.Expect(page.Locator(".turn .composed")).ToContainTextAsync("Written by scripted-1");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=Where"));
        AssertNoComplaints();
    }

    [Fact]
    public async Task WithoutJavaScript_TheAnswerComesAsAWholePage()
    {
        var page = await OpenAsync("/?q=Where+was+Putin%3F", options => options.JavaScriptEnabled = false);

        await Assertions.Expect(page.Locator(".turn .composed")).ToContainTextAsync("Written by scripted-1");
    }

    private protected override async Task<TestHost> StartAsync()
    {
        model = await ScriptedModelServer.StartAsync(call =>
            ModelReply.Statements(new ScriptedStatement($"{Quote}.", new ScriptedCitation(call.IdOf(Quote) ?? "p1", Quote)))
        );
        return await TestHost.ListenAsync(adjust: settings =>
            settings with
            {
                Model = new ModelSettings(model.Endpoint, null, "scripted-1"),
            }
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (model is not null)
            await model.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
