using System.Text.Json.Nodes;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Faults;

/// <summary>Faults of the gateway: after each the bot is back and answers once, or stops and says why.</summary>
public sealed class GatewayFaultTests
{
    private const int Identify = 2;
    private const int Resume = 6;

    /// <summary>
    /// What the adapter waits before it connects again for the first, second and third time, with the jitter of <see cref="RunningBot"/>.
    /// </summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1.25), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(5)];

    /// <summary>Between two new sessions.</summary>
    private static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Beat = TransportUnderTest.Beat;
    private readonly FakeTime time = new();
    private readonly ScriptedNewsroom newsroom = new();

    [Theory]
    [InlineData(4000, Resume)]
    [InlineData(4001, Resume)]
    [InlineData(4002, Resume)]
    [InlineData(4003, Identify)]
    [InlineData(4005, Resume)]
    [InlineData(4007, Identify)]
    [InlineData(4008, Resume)]
    [InlineData(4009, Identify)]
    public async Task Close_WithACodeThatAllowsIt_IsFollowedByANewConnection(int code, int expected)
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.CloseAsync(code);
        var second = await ReconnectAsync(bot, expected);

        await AssertAnswersOnceAsync(bot, second);
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "too many servers")]
    [InlineData(4012, "Update NewsBot")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public async Task Close_WithACodeThatForbidsIt_StopsTheAdapterWithOneLine_AndTheHostGoesOn(int code, string expected)
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.CloseAsync(code);
        var line = await bot.Log.LineAsync(line => line.Contains("Discord is off", StringComparison.Ordinal));

        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.Single(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.DoesNotContain(ScriptedDiscord.Token, string.Join('\n', bot.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeat_WithoutEcho_ClosesWithACodeThatKeepsTheSession_AndResumes()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        first.AnswersHeartbeats = false;
        await MissEchoAsync();
        var code = await first.ClosedAsync();
        var second = await ConnectAsync(bot, Resume);

        Assert.NotNull(code);
        Assert.DoesNotContain(code.Value, new[] { 1000, 1001 });
        await AssertAnswersOnceAsync(bot, second);
    }

    [Fact]
    public async Task Socket_HalfOpen_IsNoticed_AndResumed()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        first.IsDeaf = true;
        await MissEchoAsync();
        var second = await ConnectAsync(bot, Resume);

        await AssertAnswersOnceAsync(bot, second);
    }

    [Fact]
    public async Task Connection_Cut_IsResumedWithItsSequenceNumber()
    {
        await using var bot = await StartAsync();
        var first = await bot.Discord.ConnectionAsync();
        await first.ReceiveAsync();
        await first.DispatchAsync("TYPING_START", new JsonObject(), 77);
        await AssertAnswersOnceAsync(bot, first, sequence: 78);

        first.Abort();
        await PassAsync(Pauses[0]);
        var resume = (await (await bot.Discord.ConnectionAsync()).ReceiveAsync()).GetProperty("d");

        Assert.Equal(78, resume.GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Reconnect_Asked_IsDoneOnTheResumeAddress()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.SendAsync(new JsonObject { ["op"] = 7 });
        var second = await ReconnectAsync(bot, Resume);

        Assert.Equal(("/gateway/", "/resume/"), (first.Path, second.Path));
        await AssertAnswersOnceAsync(bot, second);
    }

    [Theory]
    [InlineData(true, Resume)]
    [InlineData(false, Identify)]
    public async Task InvalidSession_IsResumedOrBegunAnew(bool canResume, int expected)
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.SendAsync(new JsonObject { ["op"] = 9, ["d"] = canResume });
        // 1 to 5 seconds, as Discord asks.
        var second = await ReconnectAsync(bot, expected, TimeSpan.FromSeconds(3));

        await AssertAnswersOnceAsync(bot, second);
    }

    [Fact]
    public async Task ResumeAddress_ThatIsGone_IsGivenUpForTheMainOne()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);
        bot.Discord.ResumeAddressWorks = false;

        first.Abort();
        foreach (var pause in Pauses)
            await PassAsync(pause);
        var second = await ConnectAsync(bot, Identify);

        Assert.Equal("/gateway/", second.Path);
        await AssertAnswersOnceAsync(bot, second);
    }

    [Fact]
    public async Task Heartbeat_AskedFor_IsSentAtOnce()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.SendAsync(new JsonObject { ["op"] = 1 });

        await first.HeartbeatAsync();
    }

    [Fact]
    public async Task Event_ThatCannotBeRead_DoesNotEndTheConnection()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        await first.DispatchAsync("INTERACTION_CREATE", new JsonObject { ["id"] = "not a number" }, 5);

        await AssertAnswersOnceAsync(bot, first);
    }

    [Fact]
    public async Task Event_Repeated_IsAnsweredOnce()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));

        await bot.Discord.SendAsync(first, ask);
        await bot.Discord.SendAsync(first, ask);
        await AssertAnswersOnceAsync(bot, first);

        Assert.Single(bot.Discord.Requests, request => request.IsCallback && request.Path.Contains(ask.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clock_Jumping_ChangesNothing()
    {
        await using var bot = await StartAsync();
        var first = await ConnectAsync(bot, Identify);

        time.SetWallClock(time.GetUtcNow().AddHours(-5));
        await AssertAnswersOnceAsync(bot, first);
        await PassAsync(Beat / 2);
        await first.HeartbeatAsync();
        time.SetWallClock(time.GetUtcNow().AddDays(40));
        await AssertAnswersOnceAsync(bot, first);
        await PassAsync(Beat);
        await first.HeartbeatAsync();
        await AssertAnswersOnceAsync(bot, first);

        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("lost its connection", StringComparison.Ordinal));
    }

    private Task<RunningBot> StartAsync() =>
        RunningBot.StartAsync(newsroom, script: discord => discord.HeartbeatInterval = Beat, time: time);

    private Task PassAsync(TimeSpan pause) => TransportUnderTest.PassAsync(time, pause);

    /// <summary>
    /// Lets the first beat be sent, and the time for its echo pass. After so long a session the next connection comes without a pause.
    /// </summary>
    private async Task MissEchoAsync()
    {
        await PassAsync(Beat / 2);
        await PassAsync(Beat);
    }

    private async Task<ScriptedGatewayConnection> ReconnectAsync(RunningBot bot, int expected, TimeSpan? after = null)
    {
        var pause = after ?? Pauses[0];
        await PassAsync(pause);
        if (expected == Identify)
            await PassAsync(BetweenIdentifies - pause);
        return await ConnectAsync(bot, expected);
    }

    internal static async Task<ScriptedGatewayConnection> ConnectAsync(RunningBot bot, int expected)
    {
        var connection = await bot.Discord.ConnectionAsync();
        Assert.Equal(expected, (await connection.ReceiveAsync()).GetProperty("op").GetInt32());
        // Everything that follows on a start is done: no request of it is on the way when a test moves the clock.
        await bot.Log.LineAsync(line => line.Contains("is connected", StringComparison.Ordinal));
        await bot.Log.LineAsync(line => line.Contains("commands registered", StringComparison.Ordinal));
        return connection;
    }

    private static async Task AssertAnswersOnceAsync(RunningBot bot, ScriptedGatewayConnection connection, long? sequence = null)
    {
        var ask = ScriptedInteraction.Command("ask", ("question", "what happened?"));
        if (sequence is { } number)
        {
            bot.Discord.Expect(ask);
            await connection.DispatchAsync("INTERACTION_CREATE", ask.Json, number);
        }
        else
        {
            await bot.Discord.SendAsync(connection, ask);
        }

        await bot.Discord.RequestAsync(request => request.IsEdit && request.Path.Contains(ask.Token, StringComparison.Ordinal));
        await bot.IdleAsync();

        Assert.Single(bot.Discord.Requests, request => request.IsCallback && request.Path.Contains(ask.Token, StringComparison.Ordinal));
        Assert.Single(bot.Discord.Requests, request => request.IsEdit && request.Path.Contains(ask.Token, StringComparison.Ordinal));
        bot.Discord.AssertNoViolations();
    }
}
