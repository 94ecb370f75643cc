using System.Text.RegularExpressions;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Tests.Pages;

public sealed partial class ReloadTests
{
    private const string Question = "Where was Putin?";
    private const string Quote = "Putin was not in the Kremlin at the time of the alleged strike";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowUp_IsUnderstood_AlsoAfterAReload()
    {
        const string Understood = "What did the mayor of Moscow ban?";
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);
        var page = await host.Client.GetStringAsync("/?q=Who+is+the+mayor+of+Moscow%3F", Cancellation);

        await AskAsync(host, "What did he ban?", "another-page");
        Assert.DoesNotContain(
            model.Calls,
            call => call.Messages.Any(message => message.Text.Contains(Understood, StringComparison.Ordinal))
        );
        await AskAsync(host, "What did he ban?", ConversationOf(page), "Who is the mayor of Moscow?");

        Assert.Contains(model.Calls[^1].Messages, message => message.Text.Contains(Understood, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_HaveConversationsOfTheirOwn()
    {
        await using var host = await TestHost.StartAsync();

        var one = await host.Client.GetStringAsync("/", Cancellation);
        var other = await host.Client.GetStringAsync("/", Cancellation);

        Assert.NotEqual(ConversationOf(one), ConversationOf(other));
    }

    [Fact]
    public async Task Reload_ShowsWhatTheModelWrote_WithoutAskingItAgain()
    {
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);
        await AskAsync(host, Question, "tab");
        var asked = model.Calls.Count;

        var page = await host.Client.GetStringAsync("/?q=Where+was+Putin%3F", Cancellation);

        Assert.Contains("Written by scripted-1", page, StringComparison.Ordinal);
        Assert.Equal(asked, model.Calls.Count);
    }

    [Fact]
    public async Task SharedPage_AsksTheModelForItsLastQuestionAlone()
    {
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);

        await host.Client.GetStringAsync("/?q=What+did+the+mayor+of+Moscow+ban%3F&q=Where+was+Putin%3F", Cancellation);

        var answered = Assert.Single(model.Calls, call => !call.IsRewrite);
        Assert.Contains(Question, answered.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_AsksNoModel()
    {
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);

        using var request = new HttpRequestMessage(HttpMethod.Head, "/?q=Where+was+Putin%3F");
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task ChangedArchive_MakesWhatWasWrittenAnOldAnswer()
    {
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);
        await AskAsync(host, Question, "tab");
        var asked = model.Calls.Count;

        await host.Archive.Store.PutAsync(
            [Some.Article("correction.txt", "Putin was in the Kremlin after all, it is said now.")],
            null,
            Cancellation
        );
        await host.Client.GetStringAsync("/?q=Where+was+Putin%3F", Cancellation);

        Assert.Equal(asked + 1, model.Calls.Count);
    }

    [Fact]
    public async Task SameWords_AfterOtherQuestions_AreAnotherQuestion()
    {
        await using var model = await StartModelAsync();
        await using var host = await StartAsync(model);
        await AskAsync(host, Question, "tab");
        var asked = model.Calls.Count;

        await host.Client.GetStringAsync("/?q=What+did+the+mayor+of+Moscow+ban%3F&q=Where+was+Putin%3F", Cancellation);

        Assert.True(model.Calls.Count > asked);
    }

    private static Task<ScriptedModelServer> StartModelAsync() =>
        ScriptedModelServer.StartAsync(call =>
            ModelReply.Statements(new ScriptedStatement($"{Quote}.", new ScriptedCitation(call.IdOf(Quote) ?? "p1", Quote)))
        );

    private static Task<TestHost> StartAsync(ScriptedModelServer model) =>
        TestHost.StartAsync(adjust: settings => settings with { Model = new ModelSettings(model.Endpoint, null, "scripted-1") });

    private static Task<string> AskAsync(TestHost host, string question, string conversation, params string[] before) =>
        host.Client.GetStringAsync(
            $"/answer?q={Uri.EscapeDataString(question)}&n={before.Length + 1}&c={conversation}"
                + string.Concat(before.Select(one => $"&before={Uri.EscapeDataString(one)}")),
            Cancellation
        );

    private static string ConversationOf(string page) => ConversationName().Match(page).Groups[1].Value;

    [GeneratedRegex("data-conversation=\"([0-9a-f]{32})\"")]
    private static partial Regex ConversationName();
}
