using NewsBot.Archive.Store;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Processing;

/// <summary>Two hosts behind a balancer, with one PostgreSQL.</summary>
public sealed class SharedWorkTests : IDisposable
{
    private const int Conversations = 4;
    private const int Messages = 24;

    private readonly TestState _state = TestState.InPostgres();
    private readonly TemporaryFolder _folderOfTheOther = new();
    private readonly ManualTime _time = new(Given.Morning);

    public void Dispose()
    {
        _state.Dispose();
        _folderOfTheOther.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HostThatDiesOrStops_LeavesItsMessagesToTheOther_WhichAnswersEachOnce_InOrder(bool dies)
    {
        var connector = new ScriptedConnector(_time);
        var never = new TaskCompletionSource<Answer>();
        var stuck = new FakeNewsroom { Answer = _ => never.Task };
        await using var one = await TeamsHost.StartAsync(_state.Folder, newsroom: stuck, connector: connector, time: _time, state: _state);
        await using var other = await TeamsHost.StartAsync(_folderOfTheOther, connector: connector, time: _time, state: _state);
        for (var i = 0; i < Messages; i++)
        {
            var conversation = i % Conversations;
            // The balancer sends the messages of a conversation to both.
            var host = (i / Conversations) % 2 == conversation % 2 ? one : other;
            using (await host.PostAsync(Activities.Message(id: $"{conversation}-{i:00}", conversation: $"chat-{conversation}"))) { }
        }

        if (dies)
            await one.KillAsync();
        else
            await one.DisposeAsync();
        var waited = TimeSpan.Zero;
        while (connector.Messages.Count < Messages && waited < TimeSpan.FromMinutes(5))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            // As long as what the second led to takes, and no longer.
            await other.Store.CountAsync(TestContext.Current.CancellationToken);
            await Task.Yield();
        }

        await other.WhenIdleAsync();
        Assert.Equal(Messages, connector.Messages.Select(message => message.Target).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Messages, connector.Messages.Count);
        foreach (var conversation in connector.Messages.Select(message => message.Target!).GroupBy(id => id[0]))
            Assert.Equal(conversation.Order(StringComparer.Ordinal), conversation);
        Assert.Equal(new TeamsStoreCounts(0, 0, 0, 0), await other.Store.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Question_ThatTheDatabaseCannotAnswerNow_IsAnsweredLater_WithoutANoticeOfFailure()
    {
        var connector = new ScriptedConnector(_time);
        var tries = 0;
        var newsroom = new FakeNewsroom
        {
            Answer = question =>
                Interlocked.Increment(ref tries) == 1
                    ? throw new StoreException(StoreFailure.Unavailable, "The server does not answer.")
                    : Task.FromResult(Given.Answer(question.Text)),
        };
        await using var host = await TeamsHost.StartAsync(
            _state.Folder,
            newsroom: newsroom,
            connector: connector,
            time: _time,
            state: _state
        );
        using (await host.PostAsync(Activities.Message(id: "1"))) { }

        for (var waited = 0; connector.Messages.Count == 0 && waited < 300; waited++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await host.Store.CountAsync(TestContext.Current.CancellationToken);
            await Task.Yield();
        }

        await host.WhenIdleAsync();
        Assert.Equal(2, tries);
        Assert.DoesNotContain("went wrong", Assert.Single(connector.Messages).Text("text") ?? "", StringComparison.Ordinal);
    }
}
