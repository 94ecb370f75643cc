using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Faults;

/// <summary>Faults of the REST API: after each the person has one answer, or the log says why not.</summary>
public sealed class DeliveryFaultTests
{
    private readonly FakeTime time = new();
    private readonly ScriptedNewsroom newsroom = new();

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Edit_Limited_IsSentAgainAfterTheWait(string scope)
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        bot.Discord.Fail(request => request.IsEdit, ScriptedFault.TooMany(scope, 0.3));

        await AskAsync(bot);
        var limited = await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 429);
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 200);

        Assert.InRange(edit.At - limited.At, TimeSpan.FromSeconds(0.28), TimeSpan.FromSeconds(10));
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task Acknowledgement_WhoseAnswerIsLost_IsNotGivenTwice(int status)
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        bot.Discord.Fail(request => request.IsCallback, new ScriptedFault { Status = status, TakesEffect = true });

        var ask = await AskAsync(bot);
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 200);
        await bot.IdleAsync();

        Assert.Equal([status, 400], bot.Discord.Requests.Where(request => request.IsCallback).Select(request => request.Status));
        Assert.Single(newsroom.Questions);
        Assert.Single(bot.Discord.Requests, request => request.IsEdit);
        Assert.DoesNotContain(bot.Discord.Requests, request => request.IsPost);
        bot.Discord.AssertNoViolations();
        Assert.NotNull(ask);
    }

    [Fact]
    public async Task Acknowledgement_Limited_IsSentAgainInTime()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        bot.Discord.Fail(request => request.IsCallback, ScriptedFault.TooMany("user", 0.2));

        await AskAsync(bot);
        await bot.Discord.RequestAsync(request => request.IsCallback && request.Status == 204);
        await bot.Discord.RequestAsync(request => request.IsEdit);

        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Acknowledgement_OfAnotherHost_IsRespected()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        bot.Discord.Fail(request => request.IsCallback, ScriptedFault.Refusal(400, 40060));

        await AskAsync(bot);
        await bot.Discord.RequestAsync(request => request.IsCallback);
        await bot.IdleAsync();

        Assert.Empty(newsroom.Questions);
        Assert.DoesNotContain(bot.Discord.Requests, request => request.IsEdit || request.IsPost);
    }

    [Fact]
    public async Task Acknowledgement_TooLate_SendsTheAnswerIntoTheChannel()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        bot.Discord.Fail(request => request.IsCallback, ScriptedFault.Refusal(404, 10062));

        var ask = await AskAsync(bot);
        var post = await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal($"/channels/{ScriptedDiscord.ChannelId}/messages", post.Path);
        Assert.Equal(ask.Id, post.Body!.Value.GetProperty("nonce").GetString());
        Assert.DoesNotContain(bot.Discord.Requests, request => request.IsEdit);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Token_Lost_SendsAPrivateAnswerToThePerson_NotIntoTheChannel()
    {
        await using var bot = await RunningBot.StartAsync(newsroom, time: time);
        bot.Discord.Fail(request => request.IsEdit, ScriptedFault.Refusal(401, 50027), ScriptedFault.Refusal(401, 50027));

        await AskAsync(bot, ("private", true));
        await PassAsync(TimeSpan.FromSeconds(1));
        var post = await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal($"/channels/{ScriptedDiscord.DirectChannelId}/messages", post.Path);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Post_WhoseAnswerIsLost_IsPostedOnce()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        await gateway.ReceiveAsync();
        bot.Discord.Fail(request => request.IsPost, new ScriptedFault { Status = 0, TakesEffect = true });

        await bot.Discord.SendMessageAsync(gateway, EndToEnd.GatewayTests.Message($"<@{ScriptedDiscord.BotId}> what?"));
        await bot.Discord.RequestAsync(request => request.IsPost && request.Status == 200);

        Assert.Equal(2, bot.Discord.Requests.Count(request => request.IsPost));
        Assert.Equal(1, bot.Discord.PostedMessages);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Post_Refused_IsNotRepeated(int status)
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        await gateway.ReceiveAsync();
        bot.Discord.Fail(request => request.IsPost, ScriptedFault.Refusal(status, 50001));

        await bot.Discord.SendMessageAsync(gateway, EndToEnd.GatewayTests.Message($"<@{ScriptedDiscord.BotId}> what?"));
        await bot.Discord.RequestAsync(request => request.IsPost);
        await bot.IdleAsync();

        Assert.Single(bot.Discord.Requests, request => request.IsPost);
    }

    [Fact]
    public async Task BotToken_Revoked_StopsTheAdapterWithOneLine_AndTheHostGoesOn()
    {
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        await gateway.ReceiveAsync();
        await bot.Discord.RequestAsync(request => request.Method == "PUT");
        bot.Discord.AcceptsToken = false;

        await bot.Discord.SendMessageAsync(gateway, EndToEnd.GatewayTests.Message($"<@{ScriptedDiscord.BotId}> what?"));
        var line = await bot.Log.LineAsync(line => line.Contains("Discord is off", StringComparison.Ordinal));

        Assert.Contains("Discord:Token", line, StringComparison.Ordinal);
        Assert.Equal(1000, await gateway.ClosedAsync());
        Assert.Single(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_ThatCannotBeResolved_IsTriedAgainLater_AndTheHostGoesOn()
    {
        await using var bot = await RunningBot.StartAsync(
            newsroom,
            options => options with { ApiBaseUrl = new Uri("http://discord.invalid/api/v10") },
            time: time
        );

        foreach (var pause in (int[])[450, 900, 1800])
            await PassAsync(TimeSpan.FromMilliseconds(pause));
        var line = await bot.Log.LineAsync(line => line.Contains("gateway cannot be found", StringComparison.Ordinal));

        Assert.StartsWith("Warning", line, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WhileDiscordIsDown_ConnectsOnceItIsBack()
    {
        await using var bot = await RunningBot.StartAsync(
            newsroom,
            script: discord =>
                discord.Fail(
                    request => request.Path == "/gateway/bot",
                    new ScriptedFault { Status = 503 },
                    new ScriptedFault { Status = 0 }
                ),
            time: time
        );
        foreach (var pause in (int[])[450, 900])
            await PassAsync(TimeSpan.FromMilliseconds(pause));

        await AskAsync(bot);

        await bot.Discord.RequestAsync(request => request.IsEdit);
        bot.Discord.AssertNoViolations();
    }

    /// <summary>Lets a pause pass once it has begun.</summary>
    private async Task PassAsync(TimeSpan pause)
    {
        await time.TimerOfAsync(pause);
        time.Advance(pause);
    }

    private static async Task<ScriptedInteraction> AskAsync(RunningBot bot, params (string, object)[] more)
    {
        var gateway = await GatewayFaultTests.ConnectAsync(bot, 2);
        var ask = ScriptedInteraction.Command("ask", [("question", "what happened?"), .. more]);
        await bot.Discord.SendAsync(gateway, ask);
        return ask;
    }
}
