using System.Text.Json.Nodes;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.EndToEnd;

public sealed class GatewayTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_OverTheGateway_IsAnsweredWithItsSources(bool compress)
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom, options => options with { Compress = compress });
        var gateway = await bot.Discord.ConnectionAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "where was Putin?"));

        await ConnectedAsync(gateway);
        await bot.Discord.SendAsync(gateway, ask);
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains("Putin", edit.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", edit.Text, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:3978/articles/", edit.Text, StringComparison.Ordinal);
        Assert.Single(bot.Discord.Requests, request => request.IsCallback);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(ScriptedCompression.Text)]
    [InlineData(ScriptedCompression.Binary)]
    public async Task Server_ThatSaysLittleAndDoesNotCompress_IsUnderstood(ScriptedCompression compression)
    {
        await using var bot = await RunningBot.StartAsync(
            new ScriptedNewsroom(),
            script: discord => (discord.Compression, discord.IsTerse) = (compression, true)
        );
        var gateway = await bot.Discord.ConnectionAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what happened?"));
        foreach (var optional in (string[])["application_id", "channel", "locale", "app_permissions", "version"])
            ask.Json.Remove(optional);
        ask.Json["authorizing_integration_owners"] = new JsonObject { ["0"] = ScriptedDiscord.GuildId };

        await ConnectedAsync(gateway);
        await bot.Discord.SendAsync(gateway, ask);
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Status == 200);

        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Sources_OverTheGateway_NamesTheFiles()
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom);
        var gateway = await bot.Discord.ConnectionAsync();

        await ConnectedAsync(gateway);
        await bot.Discord.SendAsync(gateway, ScriptedInteraction.Command("sources", ("query", "drone")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains(".txt", edit.Text, StringComparison.Ordinal);
        Assert.Contains("drone", edit.Text, StringComparison.OrdinalIgnoreCase);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Start_RegistersTheCommandsOnce()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());

        var registration = await bot.Discord.RequestAsync(request => request.Method == "PUT");

        Assert.Equal($"/applications/{ScriptedDiscord.ApplicationId}/commands", registration.Path);
        Assert.Equal(10, registration.Body!.Value.GetArrayLength());
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Identify_CarriesTokenShardAndSmallIntents()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());
        var gateway = await bot.Discord.ConnectionAsync();

        var data = (await gateway.ReceiveAsync()).GetProperty("d");

        Assert.Equal(TransportUnderTest.NamesTheOnlyShard, data.TryGetProperty("shard", out var shard));
        if (TransportUnderTest.NamesTheOnlyShard)
            Assert.Equal("[0,1]", shard.GetRawText());
        Assert.Equal(4608, data.GetProperty("intents").GetInt32());
    }

    [Fact]
    public async Task Shards_AsManyAsDiscordAsksFor_AreConnected()
    {
        await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom(), script: discord => discord.Shards = 3);

        var shards = new List<string>();
        for (var number = 0; number < 3; number++)
            shards.Add((await (await bot.Discord.ConnectionAsync()).ReceiveAsync()).GetProperty("d").GetProperty("shard").GetRawText());

        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards.Order());
    }

    [Fact]
    public async Task Mention_IsAnsweredAsAReplyWithNonce()
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        var message = Message($"<@{ScriptedDiscord.BotId}> what happened?");

        await ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, message);
        var post = await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal("what happened?", Assert.Single(newsroom.Questions).Text);
        Assert.Equal((string)message["id"]!, post.Body!.Value.GetProperty("nonce").GetString());
        Assert.Equal((string)message["id"]!, post.Body!.Value.GetProperty("message_reference").GetProperty("message_id").GetString());
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Mention_WithoutAWord_IsAnsweredWithAShortHelp()
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();

        await ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, Message($"<@{ScriptedDiscord.BotId}> "));
        var post = await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Contains("`/ask`", post.Body!.Value.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Contains("`/help`", post.Body!.Value.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(newsroom.Questions);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Reply_ToAnAnswer_GoesOnWithItsConversation()
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what happened?"));

        await ConnectedAsync(gateway);
        await bot.Discord.SendAsync(gateway, ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);
        await bot.IdleAsync();
        var reply = Message($"<@{ScriptedDiscord.BotId}> and then?");
        // The scripted Discord gives the answer's message the interaction's id.
        reply["message_reference"] = new JsonObject { ["message_id"] = ask.Id };
        await bot.Discord.SendMessageAsync(gateway, reply);
        await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal(newsroom.Questions[0].Conversation, newsroom.Questions[1].Conversation);
        Assert.All(newsroom.Questions, question => Assert.StartsWith("discord:", question.AskedBy?.Id, StringComparison.Ordinal));
        Assert.All(newsroom.Questions, question => Assert.Equal($"discord:server:{ScriptedDiscord.GuildId}", question.BudgetAccount));
        Assert.Equal("and then?", newsroom.Questions[1].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Message_BelowAnEarlierOne_GoesOnWithItsConversation(bool inThread)
    {
        var newsroom = new ScriptedNewsroom();
        var first = Message($"<@{ScriptedDiscord.BotId}> what happened?");
        var thread = (string)first["id"]!;
        await using var bot = await RunningBot.StartAsync(newsroom, script: discord => discord.Threads[thread] = ScriptedDiscord.ChannelId);
        var gateway = await bot.Discord.ConnectionAsync();
        // Somebody makes a thread of the question, or replies to it.
        var second = Message($"<@{ScriptedDiscord.BotId}> and then?", inThread ? thread : ScriptedDiscord.ChannelId);
        if (!inThread)
            second["message_reference"] = new JsonObject { ["message_id"] = thread };

        await ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, first);
        await bot.Discord.RequestAsync(request => request.IsPost);
        await bot.IdleAsync();
        await bot.Discord.SendMessageAsync(gateway, second);
        await bot.Discord.RequestAsync(request => request.IsPost && request.Text.Contains((string)second["id"]!, StringComparison.Ordinal));

        Assert.Equal([$"discord:{thread}", $"discord:{thread}"], newsroom.Questions.Select(question => question.Conversation));
    }

    [Fact]
    public async Task DirectMessage_IsAnswered_AndIsAConversation()
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        var message = Message("what happened?", ScriptedDiscord.DirectChannelId);
        message.Remove("guild_id");
        message["mentions"] = new JsonArray();

        await ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, message);
        var post = await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal($"/channels/{ScriptedDiscord.DirectChannelId}/messages", post.Path);
        Assert.StartsWith("discord:direct:", Assert.Single(newsroom.Questions).Conversation, StringComparison.Ordinal);
        Assert.Equal($"discord:direct:{ScriptedDiscord.DirectChannelId}", Assert.Single(newsroom.Questions).BudgetAccount);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Mention_InAThreadOfAnAllowedChannel_IsAnswered()
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(
            newsroom,
            script: discord => discord.Threads["600000000000000001"] = ScriptedDiscord.ChannelId
        );
        var gateway = await bot.Discord.ConnectionAsync();

        await ConnectedAsync(gateway);
        await bot.Discord.SendMessageAsync(gateway, Message($"<@{ScriptedDiscord.BotId}> what happened?", "600000000000000001"));
        await bot.Discord.RequestAsync(request => request.IsPost);

        Assert.Equal("discord:thread:600000000000000001", Assert.Single(newsroom.Questions).Conversation);
        bot.Discord.AssertNoViolations();
    }

    internal static async Task ConnectedAsync(ScriptedGatewayConnection gateway) => await gateway.ReceiveAsync();

    internal static JsonObject Message(string content, string channel = ScriptedDiscord.ChannelId) =>
        new()
        {
            ["id"] = ScriptedInteraction.NextId(),
            ["channel_id"] = channel,
            ["guild_id"] = ScriptedDiscord.GuildId,
            ["author"] = ScriptedInteraction.User(ScriptedDiscord.UserId),
            ["content"] = content,
            ["mentions"] = new JsonArray(ScriptedInteraction.User(ScriptedDiscord.BotId)),
        };
}
