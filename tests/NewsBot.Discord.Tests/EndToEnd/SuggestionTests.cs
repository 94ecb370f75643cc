using System.Text.Json;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>Questions that lead on, as buttons below an answer.</summary>
public sealed class SuggestionTests
{
    private const string Short = "What did the Kremlin say?";
    private static readonly string Long = $"What is known about {string.Join(' ', Enumerable.Repeat("Kremlin", 15))}? from:2023-05-03";

    private readonly ScriptedNewsroom newsroom = new() { Leading = _ => Task.FromResult<IReadOnlyList<string>>([Short, Long]) };

    [Fact]
    public async Task Answer_DoesNotWaitForQuestions_AndGetsThemAsButtons()
    {
        var found = Hold();
        await using var bot = await StartAsync();
        var ask = Ask();

        await bot.CallAsync(ask);
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);
        found.SetResult([Short, Long]);
        await bot.IdleAsync();

        var shown = bot.Discord.ShownFor(ask);
        Assert.DoesNotContain("ask:", edit.Text, StringComparison.Ordinal);
        Assert.Equal("what happened?", shown.GetProperty("embeds")[0].GetProperty("title").GetString());
        var label = $"{Long[..Long[..80].LastIndexOf(' ')]}…";
        Assert.Equal(["Passages", "Useful", "Not useful", Short, label], ButtonsOf(shown).Select(button => button.Label));
        Assert.Equal([$"ask:{ask.Id}:0", $"ask:{ask.Id}:1"], ButtonsOf(shown).Skip(3).Select(button => button.Id));
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Click_AsksTheWholeQuestion_InTheConversation_ForThoseWhoSeeTheAnswer(bool isPrivate)
    {
        await using var bot = await StartAsync();
        var ask = Ask();
        await bot.CallAsync(ask);
        await bot.IdleAsync();

        var click = ScriptedInteraction.Click($"ask:{ask.Id}:1", isPrivate);
        var (_, first) = await bot.CallAsync(click);
        await bot.IdleAsync();

        Assert.Equal(5, first!.Value.GetProperty("type").GetInt32());
        Assert.Equal(isPrivate, first.Value.GetRawText().Contains("\"flags\":64", StringComparison.Ordinal));
        Assert.Equal(Long, newsroom.Questions[1].Text);
        Assert.Equal(newsroom.Questions[0].Conversation, newsroom.Questions[1].Conversation);
        Assert.Contains(ButtonsOf(bot.Discord.ShownFor(click)), button => button.Id == $"ask:{click.Id}:0");
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Click_OnAQuestionThatIsNotKept_SaysSo()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Click("ask:1:0"));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains("too old", edit.Text, StringComparison.Ordinal);
        Assert.Empty(newsroom.Questions);
    }

    [Fact]
    public async Task Decline_GetsQuestions()
    {
        newsroom.Answering = (question, _) => Task.FromResult(ScriptedNewsroom.Answer(question.Text));
        await using var bot = await StartAsync();
        var ask = Ask();

        await bot.CallAsync(ask);
        await bot.IdleAsync();

        Assert.Equal([$"ask:{ask.Id}:0", $"ask:{ask.Id}:1"], ButtonsOf(bot.Discord.ShownFor(ask)).Select(button => button.Id));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Questions_ThatCannotBeFound_LeaveTheAnswerAsItIs()
    {
        newsroom.Leading = _ => throw new InvalidOperationException("secret detail");
        await using var bot = await StartAsync();
        var ask = Ask();

        await bot.CallAsync(ask);
        await bot.IdleAsync();

        Assert.Single(bot.Discord.Requests, request => request.ChangesAnswer);
        Assert.Contains("Drones were aimed", bot.Discord.ShownFor(ask).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.Contains("suggesting questions", StringComparison.Ordinal));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Questions_AreNotAdded_OnceTheArticleIsWithdrawn()
    {
        var found = Hold();
        await using var bot = await StartAsync();
        await bot.CallAsync(Ask());
        await bot.Discord.RequestAsync(request => request.IsEdit);

        newsroom.Articles.Clear();
        found.SetResult([Short]);
        await bot.IdleAsync();

        Assert.DoesNotContain(bot.Discord.Requests, request => request.AddsButtons);
    }

    [Fact]
    public async Task Page_TurnedBeforeQuestionsAreFound_KeepsItsButtons_AndTheNextOneHasThem()
    {
        var found = Hold();
        var quote = ScriptedNewsroom.Text[..(ScriptedNewsroom.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
        var answer = ScriptedNewsroom.Answer("what happened?", [.. Enumerable.Repeat((quote, "Drones"), 7)]);
        newsroom.Answering = (_, _) => Task.FromResult(answer);
        await using var bot = await StartAsync();
        var ask = Ask();
        await bot.CallAsync(ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);

        var forward = ScriptedInteraction.Click($"next:{ask.Id}:1");
        await bot.CallAsync(forward);
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Path.Contains(forward.Token, StringComparison.Ordinal));
        found.SetResult([Short]);
        await bot.IdleAsync();
        var back = ScriptedInteraction.Click($"next:{ask.Id}:0");
        await bot.CallAsync(back);
        await bot.IdleAsync();

        Assert.DoesNotContain(bot.Discord.Requests, request => request.AddsButtons);
        Assert.Contains(ButtonsOf(bot.Discord.ShownFor(back)), button => button.Label == Short);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Mention_GetsQuestionsBelowItsAnswer()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();

        await GatewayTests.ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, GatewayTests.Message($"<@{ScriptedDiscord.BotId}> what happened?"));
        var edit = await bot.Discord.RequestAsync(request => request.AddsButtons);

        Assert.StartsWith($"/channels/{ScriptedDiscord.ChannelId}/messages/", edit.Path, StringComparison.Ordinal);
        Assert.Contains(ButtonsOf(edit.Body!.Value), button => button.Label == Short);
        bot.Discord.AssertNoViolations();
    }

    private static ScriptedInteraction Ask() => ScriptedInteraction.Command("ask", ("question", "what happened?"));

    private static List<(string Label, string Id)> ButtonsOf(JsonElement message) =>
        [
            .. message
                .GetProperty("components")
                .EnumerateArray()
                .SelectMany(row => row.GetProperty("components").EnumerateArray())
                .Select(button => (button.GetProperty("label").GetString()!, button.GetProperty("custom_id").GetString()!)),
        ];

    private Task<RunningBot> StartAsync() => RunningBot.StartAsync(newsroom, RunningBot.OverHttp);

    private TaskCompletionSource<IReadOnlyList<string>> Hold()
    {
        var found = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        newsroom.Leading = found.Task.WaitAsync;
        return found;
    }
}
