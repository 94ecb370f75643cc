using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.State;
using NewsBot.Teams.Options;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Processing;

/// <summary>Acknowledged means stored.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task QuestionsNotAnsweredWhenTheHostStopped_AreAnsweredAfterTheRestart_OnceEach()
    {
        var connector = new ScriptedConnector(TimeProvider.System);
        var never = new TaskCompletionSource<Answer>();
        var stuck = new FakeNewsroom { Answer = _ => never.Task };
        await using (var first = await TeamsHost.StartAsync(_folder, newsroom: stuck, connector: connector))
        {
            for (var i = 0; i < 5; i++)
                Assert.Equal(HttpStatusCode.Accepted, (await first.PostAsync(Activities.Message(id: $"q{i}"))).StatusCode);
        }

        Assert.DoesNotContain(connector.Messages, m => m.Text("text")!.Contains("[1]", StringComparison.Ordinal));
        await using var second = await TeamsHost.StartAsync(_folder, connector: connector);
        await second.WhenIdleAsync();

        var redelivered = await second.PostAsync(Activities.Message(id: "q0"));
        await second.WhenIdleAsync();
        Assert.Equal(HttpStatusCode.Accepted, redelivered.StatusCode);
        Assert.Equal(["q0", "q1", "q2", "q3", "q4"], connector.Messages.Select(m => m.Target));
    }

    [Fact]
    public async Task Redelivery_WhileTheFirstIsWorkedOn_IsAcknowledged_AndAnsweredOnce()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var release = new TaskCompletionSource<Answer>();
        host.Newsroom.Answer = _ => release.Task;

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            statuses.Add((await host.PostAsync(Activities.Message(id: "q1"))).StatusCode);
        release.SetResult(Given.Answer());
        await host.WhenIdleAsync();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Accepted, status));
        Assert.Single(host.Connector.Messages);
        Assert.Single(host.Newsroom.Asked);
    }

    [Fact]
    public async Task SameId_InAnotherConversation_IsAnotherMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(id: "1", conversation: "a"));
        await host.PostAndSettleAsync(Activities.Message(id: "1", conversation: "b"));

        Assert.Equal(2, host.Connector.Messages.Count);
    }

    [Fact]
    public async Task FullQueue_AsksToComeAgain_ButKnowsWhatItHas()
    {
        await using var host = await TeamsHost.StartAsync(_folder, new TeamsOptions { QueueCapacity = 2 });
        var release = new TaskCompletionSource<Answer>();
        host.Newsroom.Answer = _ => release.Task;
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(Activities.Message(id: $"q{i}"))).StatusCode);

        var third = await host.PostAsync(Activities.Message(id: "q2"));
        var known = await host.PostAsync(Activities.Message(id: "q1"));
        release.SetResult(Given.Answer());
        await host.WhenIdleAsync();
        var again = await host.PostAsync(Activities.Message(id: "q2"));
        await host.WhenIdleAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Accepted, known.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(["q0", "q1", "q2"], host.Connector.Messages.Select(m => m.Target));
    }

    [Fact]
    public async Task FullDisk_AsksToComeAgain_AndTheMessageIsAnsweredOnceThereIsSpace()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var database = host.Services.GetRequiredService<StateDatabase>();
        var message = Activities.Message(id: "q1").With("padding", new string('x', 100_000));
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1"), TestContext.Current.CancellationToken);

        var refused = await host.PostAsync(message);
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1000000"), TestContext.Current.CancellationToken);
        var taken = await host.PostAndSettleAsync(message);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal("q1", Assert.Single(host.Connector.Messages).Target);
    }

    [Fact]
    public async Task NewsroomThatFails_GivesACalmSentenceWithANumber()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        host.Newsroom.Answer = _ => throw new InvalidOperationException("secret detail");

        await host.PostAndSettleAsync(Activities.Message());

        var text = Assert.Single(host.Connector.Messages).Text("text")!;
        Assert.Contains("T-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"message","text":"one","Text":"two"}""")]
    [InlineData("""{"type":"message"}""")]
    public async Task StoredMessage_ThatCannotBeRead_IsFinished_AndHoldsNothingUp(string body)
    {
        await using (var first = await TeamsHost.StartAsync(_folder))
        {
            var turn = new InboundTurn("k", "chat-1", TimeProvider.System.GetUtcNow(), Encoding.UTF8.GetBytes(body));
            await first.Store.AcceptAsync(turn, _ => { }, TestContext.Current.CancellationToken);
        }

        await using var second = await TeamsHost.StartAsync(_folder);
        await second.PostAndSettleAsync(Activities.Message(id: "q1"));

        Assert.Equal("q1", Assert.Single(second.Connector.Messages).Target);
        Assert.Equal(0, (await second.Store.CountAsync(TestContext.Current.CancellationToken)).WaitingTurns);
    }
}
