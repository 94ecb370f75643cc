using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Proactive;

/// <summary>What becomes of a digest after Teams' store has accepted it, up to what its subscribers are told.</summary>
public sealed class TeamsDigestChannelTests : IAsyncDisposable
{
    private const string Chat = "chat-1";
    private const string Channel = "19:desk@thread.tacv2";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning, leapUpTo: TimeSpan.FromMinutes(59));
    private readonly StateDatabase _state;
    private readonly SubscriptionStore _subscriptions;

    public TeamsDigestChannelTests()
    {
        _state = StateDatabase.Open(_folder["digests.db"], [SubscriptionStore.Schema]);
        _subscriptions = new SubscriptionStore(_state);
    }

    public async ValueTask DisposeAsync()
    {
        await _state.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Chat)]
    [InlineData(Channel)]
    public async Task Digest_ThatArrives_IsRecordedAsPosted_Once(string conversation)
    {
        await using var host = await StartAsync();
        var delivery = await SubscribedAsync(host, conversation);

        for (var run = 0; run < 3; run++)
            await RunAsync(host, delivery);

        Assert.Single(Digests(host));
        Assert.Equal((DeliveryOutcome.Posted, false, ""), await RecordAsync());
    }

    [Fact]
    public async Task Digest_ThatIsRefusedAfterBeingAccepted_IsRecorded_Listed_AndReported()
    {
        await using var host = await StartAsync();
        host.Connector.Script = (body, _) => IsDigest(body) ? ConnectorAnswer.Forbidden : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, Chat);

        await RunAsync(host, delivery);
        var notes = await RunAsync(host, delivery);
        await RunAsync(host, delivery);

        Assert.Equal(DeliveryOutcome.Failed, Assert.Single(notes).Outcome);
        Assert.Contains("failed: 403", await ListAsync(), StringComparison.Ordinal);
        var report = Assert.Single(
            host.Connector.Messages,
            message =>
                message.At >= _time.GetUtcNow().AddHours(-2)
                && message.Text("text")!.Contains("could not be posted", StringComparison.Ordinal)
        );
        Assert.Equal(Chat, report.Conversation);
    }

    [Theory]
    [InlineData(Chat)]
    [InlineData(Channel)]
    public async Task Digest_ThatTeamsFindsTooLarge_IsShortenedAndPosted(string conversation)
    {
        await using var host = await StartAsync();
        var largest = 0;
        host.Connector.Script = (body, _) =>
        {
            if (!IsDigest(body) || body.GetRawText().Length < largest)
                return ConnectorAnswer.Ok;
            largest = body.GetRawText().Length;
            return new ConnectorAnswer(413, false);
        };
        var delivery = await SubscribedAsync(host, conversation);

        await RunAsync(host, delivery);
        await RunAsync(host, delivery);

        var posted = Assert.Single(Digests(host));
        Assert.Contains("(shortened)", posted.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((DeliveryOutcome.Posted, false, ""), await RecordAsync());
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Digest_OnWhichTheConnectorNeverAnswersWell_IsReportedOnceItIsGivenUp()
    {
        await using var host = await StartAsync();
        host.Connector.Script = (body, _) => IsDigest(body) ? ConnectorAnswer.TooMany() : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, Chat);

        await RunAsync(host, delivery);
        await host.Connector.WaitForAsync(calls => calls.Count(call => IsDigest(call.Body)) == RetrySchedule.MaxTries);
        await RunAsync(host, delivery);

        var (outcome, _, reason) = await RecordAsync();
        Assert.Equal(DeliveryOutcome.Failed, outcome);
        Assert.StartsWith("429", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chat)]
    [InlineData(Channel)]
    public async Task Digest_OfUnknownFate_ThatTheConnectorNamed_IsLookedUp_AndNotSentAgain(string conversation)
    {
        await using var host = await StartAsync();
        host.Connector.Script = (body, _) => IsDigest(body) && !IsLookUp(body) ? new ConnectorAnswer(504, true) : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, conversation);

        await RunAsync(host, delivery);
        await RunAsync(host, delivery);

        var posted = Assert.Single(Digests(host));
        var lookUp = Assert.Single(host.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal(conversation == Channel ? (posted.Id, "first-" + posted.Id) : (Chat, posted.Id), (lookUp.Conversation, lookUp.Target));
        Assert.Equal((DeliveryOutcome.Posted, false, ""), await RecordAsync());
        Assert.Equal(0, (await host.Store.CountAsync(Cancellation)).UncertainTries);
    }

    [Fact]
    public async Task Digest_OfUnknownFate_ThatIsNotThere_IsSentAgain_AndIsNoRepost()
    {
        await using var host = await StartAsync();
        var tries = 0;
        host.Connector.Script = (body, _) =>
            !IsDigest(body) ? ConnectorAnswer.Ok
            : IsLookUp(body) ? new ConnectorAnswer(404, false)
            : tries++ == 0 ? new ConnectorAnswer(504, true)
            : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, Chat);

        await RunAsync(host, delivery);
        await RunAsync(host, delivery);

        Assert.Equal(2, Digests(host).Count);
        Assert.Equal((DeliveryOutcome.Posted, false, ""), await RecordAsync());
    }

    [Fact]
    public async Task Digest_WhoseLookUpFailsForAWhile_WaitsForIt()
    {
        await using var host = await StartAsync();
        var lookUps = 0;
        host.Connector.Script = (body, _) =>
            !IsDigest(body) || (IsLookUp(body) && lookUps++ == 2) ? ConnectorAnswer.Ok
            : IsLookUp(body) ? ConnectorAnswer.DroppedBefore
            : new ConnectorAnswer(504, true);
        var delivery = await SubscribedAsync(host, Chat);

        await RunAsync(host, delivery);
        await RunAsync(host, delivery);

        Assert.Single(Digests(host));
        Assert.Equal((DeliveryOutcome.Posted, false, ""), await RecordAsync());
    }

    [Fact]
    public async Task Digest_OfUnknownFate_WithoutAName_IsSentAgainOnce_AndCounted()
    {
        await using var host = await StartAsync();
        var tries = 0;
        host.Connector.Script = (body, _) => IsDigest(body) && tries++ == 0 ? ConnectorAnswer.DroppedAfter : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, Chat);

        await RunAsync(host, delivery);
        var notes = await RunAsync(host, delivery);

        Assert.Equal(2, Digests(host).Count);
        Assert.True(Assert.Single(notes).IsRepost);
        Assert.Equal(DeliveryOutcome.Posted, (await RecordAsync()).Outcome);
    }

    [Fact]
    public async Task Digest_OfUnknownFateTwice_IsNotSentAThirdTime_AndReported()
    {
        await using var host = await StartAsync();
        host.Connector.Script = (body, _) => IsDigest(body) ? ConnectorAnswer.DroppedAfter : ConnectorAnswer.Ok;
        var delivery = await SubscribedAsync(host, Chat);

        for (var run = 0; run < 3; run++)
            await RunAsync(host, delivery);

        Assert.Equal(2, Digests(host).Count);
        Assert.Equal((DeliveryOutcome.Unknown, true, "two attempts ended without a response"), await RecordAsync());
        Assert.Contains("the one of 2026-11-21 may not have arrived", await ListAsync(), StringComparison.Ordinal);
        Assert.Single(
            host.Connector.Messages,
            message => message.Text("text")?.Contains("may not have arrived", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task Digest_AcceptedJustBeforeTheHostStopped_IsAcceptedOnce()
    {
        await using var host = await StartAsync();
        var post = new DigestPost
        {
            Key = "1-20261121",
            Conversation = Chat,
            Digest = SomeDigest.WithEverything(),
            DueAt = Given.Morning,
            IsLate = false,
        };

        var first = await host.Digests.PostAsync(post, Cancellation);
        var again = await host.Digests.PostAsync(post, Cancellation);
        await host.WhenIdleAsync();

        Assert.Equal(first, again);
        Assert.Single(Digests(host));
    }

    [Fact]
    public async Task Alert_IsAcceptedOnce_AndKnownAsCitingItsArticles()
    {
        await using var host = await StartAsync();

        var first = await host.Digests.PostAsync(SomeAlert.WithEverything, Cancellation);
        var again = await host.Digests.PostAsync(SomeAlert.WithEverything, Cancellation);
        await host.WhenIdleAsync();

        Assert.Equal((DeliveryFate.Accepted, first), (first.Fate, again));
        var posted = Assert.Single(
            host.Connector.Messages,
            message => message.Text("summary")?.StartsWith("Alert “drone", StringComparison.Ordinal) == true
        );
        Assert.Equal(Chat, posted.Conversation);
        Assert.Equal(
            posted.Id,
            Assert.Single(await host.Services.GetRequiredService<CitedPosts>().FindAsync("a.txt", Cancellation)).Message
        );
        Assert.Empty(host.Connector.Faults);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static bool IsDigest(JsonElement body) =>
        (body.TryGetProperty("activity", out var inner) ? inner : body).TryGetProperty("summary", out var summary)
        && summary.GetString()!.Contains("stories", StringComparison.Ordinal);

    private static bool IsLookUp(JsonElement body) => body.TryGetProperty("id", out _);

    private static List<ConnectorCall> Digests(TeamsHost host) =>
        [.. host.Connector.Calls.Where(call => call.Taken && IsDigest(call.Body) && !IsLookUp(call.Body))];

    /// <summary>A host that knows a chat and a channel.</summary>
    private async Task<TeamsHost> StartAsync()
    {
        var host = await TeamsHost.StartAsync(_folder, time: _time);
        await host.PostAndSettleAsync(Activities.Message());
        await host.PostAndSettleAsync(
            Activities.Message(kind: "channel", conversation: Channel + ";messageid=7").Mentioning((Activities.Bot, "Newsroom"))
        );
        return host;
    }

    private async Task<DigestDelivery> SubscribedAsync(TeamsHost host, string conversation)
    {
        var schedule = new DigestSchedule(new TimeOnly(9, 0), "Etc/UTC", DigestDays.Daily, null);
        await _subscriptions.AddAsync(
            new Subscription
            {
                Channel = "teams",
                Conversation = conversation,
                CreatedBy = "p",
                Schedule = schedule,
            },
            new DueTime(new DateOnly(2026, 11, 21), _time.GetUtcNow()),
            Cancellation
        );
        return new DigestDelivery(
            _subscriptions,
            [host.Digests],
            new OneDigest(SomeDigest.WithEverything()),
            _time,
            new DeliveryOptions { MaxParallel = 1 }
        );
    }

    private static async Task<IReadOnlyList<DeliveryNote>> RunAsync(TeamsHost host, DigestDelivery delivery)
    {
        var notes = await delivery.RunDueAsync(Cancellation);
        await host.WhenIdleAsync();
        return notes;
    }

    private async Task<(DeliveryOutcome Outcome, bool IsRepost, string Reason)> RecordAsync()
    {
        var note = (await _subscriptions.HistoryAsync(1, 9, Cancellation))[^1];
        return (note.Outcome!.Value, note.IsRepost, note.Reason);
    }

    private Task<string> ListAsync() =>
        new SubscriptionCommands(_subscriptions, _time).AnswerAsync(
            new SubscriptionRequest
            {
                Channel = "teams",
                Reader = new(Chat, Person: "p"),
                MayManage = true,
                Words = "list",
            },
            Cancellation
        );
}
