using NewsBot.Discord.Messages;
using NewsBot.Discord.State;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.State;

/// <summary>What every implementation of <see cref="IDiscordState"/> has to do.</summary>
public abstract class DiscordStateContract
{
    private static readonly KeptReply Reply = new("17", "why?", [new Embed { Title = "t", Fields = [new EmbedField("n", "v")], Footer = new EmbedFooter("f") }], [new KeptQuote(1, "a.txt", 2, 5, "abc")]);

    protected FakeTime Time { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_Kept_IsFoundAgainAsItWas()
    {
        await Open().KeepReplyAsync(Reply, Token);

        var found = await Open().FindReplyAsync("17", Token);

        Assert.Equivalent(Reply, found, strict: true);
        Assert.Null(await Open().FindReplyAsync("18", Token));
    }

    [Fact]
    public async Task Feedback_OfOnePersonOnOneAnswer_IsTheLatest()
    {
        var state = Open();
        await state.SaveFeedbackAsync(new Feedback("17", ulong.MaxValue, true, Time.GetUtcNow()), Token);
        await state.SaveFeedbackAsync(new Feedback("17", 2, true, Time.GetUtcNow()), Token);
        await state.SaveFeedbackAsync(new Feedback("17", ulong.MaxValue, false, Time.GetUtcNow().AddSeconds(1)), Token);

        var feedback = await Open().FeedbackAsync(Token);

        Assert.Equal([new Feedback("17", 2, true, Time.GetUtcNow()), new Feedback("17", ulong.MaxValue, false, Time.GetUtcNow().AddSeconds(1))], feedback);
    }

    [Fact]
    public async Task Channels_AllowedAndForbidden_AreRemembered()
    {
        var state = Open();
        await state.AllowChannelAsync(1, 10, 5, Token);
        await state.AllowChannelAsync(1, 11, 5, Token);

        var wasOn = await state.ForbidChannelAsync(10, Token);
        var again = await state.ForbidChannelAsync(10, Token);

        Assert.True(wasOn);
        Assert.False(again);
        Assert.Equal(new Dictionary<ulong, ulong> { [11] = 1 }, await Open().AllowedChannelsAsync(Token));
    }

    [Fact]
    public async Task Commands_AreRememberedByScope()
    {
        await Open().SetRegisteredCommandsAsync("a", "1", Token);
        await Open().SetRegisteredCommandsAsync("a", "2", Token);

        Assert.Equal("2", await Open().RegisteredCommandsAsync("a", Token));
        Assert.Null(await Open().RegisteredCommandsAsync("b", Token));
    }

    [Fact]
    public async Task Conversation_IsFoundByItsMessages()
    {
        await Open().LinkConversationAsync(7, "c", Token);

        Assert.Equal("c", await Open().FindConversationAsync(7, Token));
        Assert.Null(await Open().FindConversationAsync(8, Token));
    }

    [Fact]
    public async Task Forget_TakesOldRepliesAndConversations_AndKeepsFeedback()
    {
        var state = Open();
        await state.KeepReplyAsync(Reply, Token);
        await state.LinkConversationAsync(7, "c", Token);
        await state.SaveFeedbackAsync(new Feedback("17", 2, true, Time.GetUtcNow()), Token);
        Time.Advance(TimeSpan.FromDays(2));
        await state.KeepReplyAsync(Reply with { Trace = "18" }, Token);

        await state.ForgetAsync(TimeSpan.FromDays(1), Token);

        Assert.Null(await state.FindReplyAsync("17", Token));
        Assert.Null(await state.FindConversationAsync(7, Token));
        Assert.NotNull(await state.FindReplyAsync("18", Token));
        Assert.Single(await state.FeedbackAsync(Token));
    }

    [Fact]
    public async Task Writes_AtTheSameTime_AreAllThere()
    {
        var (first, second) = (Open(), Open());

        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Task.Run(() => (number % 2 == 0 ? first : second).LinkConversationAsync((ulong)number, $"c{number}", Token), Token)));

        for (var number = 1; number <= 100; number++)
            Assert.Equal($"c{number}", await first.FindConversationAsync((ulong)number, Token));
    }

    /// <summary>Opens the same memory once more.</summary>
    private protected abstract IDiscordState Open();
}
