using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Conversations;

public class ConversationMemoryTests : IDisposable
{
    private readonly TestState state;

    public ConversationMemoryTests()
        : this(TestState.InFile()) { }

    private protected ConversationMemoryTests(TestState state) => this.state = state;

    private readonly ManualTime time = new(new DateTimeOffset(2023, 5, 3, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Question_IsRemembered_ForHalfAnHour()
    {
        await using var database = Open();
        var memory = new ConversationMemory(database, time);
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
        await using (var first = Open())
            await new ConversationMemory(first, time).RememberAsync("thread", "Where was Putin?", Cancel);

        await using var second = Open();
        var memory = new ConversationMemory(second, time);

        Assert.Equal("Where was Putin?", await memory.RecallAsync("thread", Cancel));
        Assert.Null(await memory.RecallAsync("another thread", Cancel));
    }

    [Fact]
    public async Task Conversations_BeyondTheBound_AreForgotten_TheOldestFirst()
    {
        await using var database = Open();
        var memory = new ConversationMemory(database, time, maxConversations: 2);
        foreach (var key in (string[])["first", "second", "third"])
        {
            await memory.RememberAsync(key, "Where was Putin?", Cancel);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await memory.RecallAsync("first", Cancel));
        Assert.NotNull(await memory.RecallAsync("second", Cancel));
        Assert.NotNull(await memory.RecallAsync("third", Cancel));
    }

    [Fact]
    public async Task DamagedFile_IsNamedOnce_AndConversationsAreRememberedAnew()
    {
        state.SkipUnlessInFile();
        var log = new LogLines<ConversationMemory>();
        await using (var first = Open())
            await new ConversationMemory(first, time).RememberAsync("thread", "Where was Putin?", Cancel);
        Damage(state.Folder["state.db"]);

        await using var database = Open();
        await using var memory = new ConversationMemory(database, time, log: log);
        var before = await memory.RecallAsync("thread", Cancel);
        await memory.RememberAsync("thread", "Who disabled the drones?", Cancel);

        Assert.Null(before);
        Assert.Equal("Who disabled the drones?", await memory.RecallAsync("thread", Cancel));
        var warning = Assert.Single(log.Lines);
        Assert.StartsWith("Warning: ", warning, StringComparison.Ordinal);
        Assert.Contains(state.Folder["state.db"], warning, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        state.Dispose();
        GC.SuppressFinalize(this);
    }

    // The pages of the table and its index, but not the first one: the file can still be opened.
    private static void Damage(string path)
    {
        const int PageBytes = 4096;
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(2 * PageBytes).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StateDatabase Open() => state.Open(ConversationMemory.Schema);
}
