using NewsBot.Newsroom.Conversations;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Conversations;

public sealed class ConversationMemoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(new DateTimeOffset(2023, 5, 3, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Question_IsRemembered_ForHalfAnHour()
    {
        using var memory = ConversationMemory.Open(folder["conversations.db"], time);
        await memory.RememberAsync("thread", "Where was Putin?", Cancel);

        time.Advance(TimeSpan.FromMinutes(30));
        var within = await memory.RecallAsync("thread", Cancel);
        time.Advance(TimeSpan.FromMinutes(1));
        var later = await memory.RecallAsync("thread", Cancel);

        Assert.Equal("Where was Putin?", within);
        Assert.Null(later);
    }

    [Fact]
    public async Task Question_OutlivesTheProgram()
    {
        using (var first = ConversationMemory.Open(folder["conversations.db"], time)) await first.RememberAsync("thread", "Where was Putin?", Cancel);

        using var second = ConversationMemory.Open(folder["conversations.db"], time);

        Assert.Equal("Where was Putin?", await second.RecallAsync("thread", Cancel));
        Assert.Null(await second.RecallAsync("another thread", Cancel));
    }

    [Fact]
    public async Task Conversations_BeyondTheBound_AreForgotten_TheOldestFirst()
    {
        using var memory = ConversationMemory.Open(null, time, maxConversations: 2);
        foreach (var key in (string[])["first", "second", "third"])
        {
            await memory.RememberAsync(key, "Where was Putin?", Cancel);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await memory.RecallAsync("first", Cancel));
        Assert.NotNull(await memory.RecallAsync("second", Cancel));
        Assert.NotNull(await memory.RecallAsync("third", Cancel));
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
