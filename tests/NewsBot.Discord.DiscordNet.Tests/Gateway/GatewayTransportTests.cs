using System.Text.Json.Nodes;
using NewsBot.Discord.Tests;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.DiscordNet.Tests.Gateway;

/// <summary>What the library does otherwise than Discord wants, and what is done about it.</summary>
public sealed class GatewayTransportTests
{
    private readonly FakeTime time = new();

    [Fact]
    public async Task Ready_ThatDiscordNetCannotRead_IsFollowedByAnotherStart()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), script: discord => discord.Greets = false, time: time);
        var first = await bot.Discord.ConnectionAsync();
        await first.ReceiveAsync();
        var unreadable = bot.Discord.Ready();
        unreadable["user"] = null;

        await first.DispatchAsync("READY", unreadable, 1);
        await time.TimerOfAsync(TimeSpan.FromSeconds(5));
        bot.Discord.Greets = true;
        time.Advance(TimeSpan.FromSeconds(5));
        var second = await bot.Discord.ConnectionAsync();
        await second.ReceiveAsync();
        await bot.Discord.SendAsync(second, ScriptedInteraction.Command("ask", ("question", "what?")));
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 200);

        Assert.Contains(bot.Log.Lines, line => line.Contains("Discord.Net gave up", StringComparison.Ordinal));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task ResumeAddress_OfAnotherServer_IsNotUsed()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), script: discord => discord.Greets = false, time: time);
        var first = await bot.Discord.ConnectionAsync();
        await first.ReceiveAsync();
        var ready = bot.Discord.Ready();
        ready["resume_gateway_url"] = "wss://gateway.discord.gg";

        await first.DispatchAsync("READY", ready, 1);
        await bot.Log.LineAsync(line => line.Contains("is connected", StringComparison.Ordinal));
        first.Abort();
        var second = await bot.Discord.ConnectionAsync();

        Assert.Equal("/gateway/", second.Path);
    }

    [Fact]
    public async Task Manager_OverTheGateway_MaySwitchAChannelOn_WithoutDiscordNetsCacheOfServers()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());
        var gateway = await bot.Discord.ConnectionAsync();
        await gateway.ReceiveAsync();

        await bot.Discord.SendAsync(
            gateway,
            ScriptedInteraction.Subcommand("newsbot", "allow").In(ScriptedDiscord.OtherChannelId).By("9", "32")
        );
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains("answers in this channel now", edit.Text, StringComparison.Ordinal);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Interaction_ThatDiscordNetCannotRead_IsLogged_AndTheNextIsAnswered()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());
        var gateway = await bot.Discord.ConnectionAsync();
        await gateway.ReceiveAsync();
        var unreadable = ScriptedInteraction.Command("ask", ("question", "what?"));
        unreadable.Json["member"] = new JsonObject { ["permissions"] = "2048" };

        await bot.Discord.SendAsync(gateway, unreadable);
        await bot.Log.LineAsync(line => line.Contains("does not understand an interaction", StringComparison.Ordinal));
        await bot.Discord.SendAsync(gateway, ScriptedInteraction.Command("ask", ("question", "what?")));

        await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 200);
    }
}
