using System.Numerics;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.EndToEnd;

public sealed class HttpTests
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Ask_OverHttp_IsDeferredInTheResponseAndEditedAfterIt()
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom, RunningBot.OverHttp);

        var (status, body) = await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "where was Putin?")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Equal((200, 5), (status, body!.Value.GetProperty("type").GetInt32()));
        Assert.DoesNotContain("flags", body.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("[1]", edit.Body!.Value.GetProperty("embeds")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Discord.Requests, request => request.IsCallback);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Sources_OverHttp_NamesTheFiles()
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom, RunningBot.OverHttp);

        await bot.CallAsync(ScriptedInteraction.Command("sources", ("query", "drone")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains(".txt", edit.Text, StringComparison.Ordinal);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Typing_OverHttp_IsCompletedFromTheArchive()
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom, RunningBot.OverHttp);
        await bot.IdleAsync();

        var (_, body) = await bot.CallAsync(ScriptedInteraction.Typing("sources", "query", "Puti"));

        var choices = body!
            .Value.GetProperty("data")
            .GetProperty("choices")
            .EnumerateArray()
            .Select(choice => choice.GetProperty("name").GetString())
            .ToList();
        Assert.Contains(choices, choice => choice!.StartsWith("Putin", StringComparison.Ordinal));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Ping_Signed_IsAnswered()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), RunningBot.OverHttp);

        var (status, body) = await bot.CallAsync("{\"id\":\"1\",\"application_id\":\"1\",\"type\":1,\"token\":\"t\",\"version\":1}", Now);

        Assert.Equal((200, "{\"type\":1}"), (status, body!.Value.GetRawText()));
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("malleable")]
    [InlineData("empty")]
    [InlineData("zero")]
    public async Task Ping_WithForgedSignature_IsRefused(string kind)
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), RunningBot.OverHttp);

        var (status, _) = await bot.CallAsync(
            "{\"id\":\"1\",\"type\":1}",
            Now,
            signature =>
                kind switch
                {
                    "flipped" => [.. signature[..10], (byte)(signature[10] ^ 1), .. signature[11..]],
                    "malleable" =>
                    [
                        .. signature[..32],
                        .. Ed25519Signer.Bytes(new BigInteger(signature.AsSpan(32), isUnsigned: true) + Ed25519Signer.Order),
                    ],
                    "empty" => [],
                    _ => new byte[64],
                }
        );

        Assert.Equal(401, status);
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    public async Task Ping_WithStaleTimestamp_IsRefused(int minutes)
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), RunningBot.OverHttp);

        var (status, _) = await bot.CallAsync("{\"id\":\"1\",\"type\":1}", Now.AddMinutes(minutes));

        Assert.Equal(401, status);
    }

    [Fact]
    public async Task Call_ThatIsNoInteraction_IsRefused()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), RunningBot.OverHttp);

        var (status, _) = await bot.CallAsync("[1]", Now);

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Call_ThatComesTwice_IsAnsweredOnce()
    {
        var newsroom = new ScriptedNewsroom();
        var time = new FakeTime();
        await using var bot = await RunningBot.StartAsync(newsroom, RunningBot.OverHttp, time: time);
        var ask = ScriptedInteraction.Command("ask", ("question", "what happened?"));

        var first = await bot.CallAsync(ask);
        var calling = bot.CallAsync(ask.Json.ToJsonString(), time.GetUtcNow());
        await time.TimerOfAsync(TimeSpan.FromSeconds(2.9));
        time.Advance(TimeSpan.FromSeconds(2.9));
        var second = await calling;
        await bot.IdleAsync();

        Assert.Equal((200, 503), (first.Status, second.Status));
        Assert.Single(newsroom.Questions);
        Assert.Single(bot.Discord.Requests, request => request.IsEdit);
    }

    [Fact]
    public async Task Interactions_AreNotTakenByHttp_InGatewayMode()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());

        var (status, _) = await bot.CallAsync("{\"id\":\"1\",\"type\":1}", Now);

        Assert.Equal(404, status);
    }
}
