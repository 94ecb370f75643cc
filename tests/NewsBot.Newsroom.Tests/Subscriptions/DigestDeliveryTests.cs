using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Subscriptions;

public class DigestDeliveryTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Due = new(2026, 5, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly DigestSchedule Daily = new(new TimeOnly(8, 0), "Europe/London", DigestDays.Daily, null);

    private readonly TestState state;
    private readonly SettableClock clock = new(Due.AddHours(-2));
    private readonly StateDatabase database;
    private readonly StateDatabase databaseOfTheOtherHost;
    private readonly SubscriptionStore store;
    private readonly SubscriptionStore storeOfTheOtherHost;

    public DigestDeliveryTests()
        : this(TestState.InFile()) { }

    private protected DigestDeliveryTests(TestState state)
    {
        this.state = state;
        database = state.Open(SubscriptionStore.Schema);
        databaseOfTheOtherHost = state.Open(SubscriptionStore.Schema);
        store = new SubscriptionStore(database);
        storeOfTheOtherHost = new SubscriptionStore(databaseOfTheOtherHost);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await databaseOfTheOtherHost.DisposeAsync();
        state.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Run_WhenDue_PostsOnce_AndOnceMoreTheNextDay()
    {
        var channel = await SubscribedAsync();

        foreach (var after in new[] { -1, 0, 1, 5, 60, 24 * 60, (24 * 60) + 1 })
            await RunAtAsync(channel, Due.AddMinutes(after));

        Assert.Equal([Due, Due.AddDays(1)], channel.Seen.Select(post => post.DueAt));
        Assert.Equal([false, false], channel.Seen.Select(post => post.IsLate));
        Assert.Equal(
            [(Due.AddDays(-1), Due), (Due, Due.AddDays(1))],
            channel.Seen.Select(post => (post.Digest.Window!.From, post.Digest.Window.To))
        );
    }

    [Fact]
    public async Task Run_ByTwoHostsAtTheSameTime_PostsOnce()
    {
        var channel = await SubscribedAsync(count: 50);
        clock.Now = Due;

        await Task.WhenAll(Delivery(channel, store).RunDueAsync(Token), Delivery(channel, storeOfTheOtherHost).RunDueAsync(Token));

        Assert.Equal(50, channel.Arrivals.Count);
        Assert.All(channel.Arrivals.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Run_AfterTheClockWasSetBack_DoesNotPostAgain()
    {
        var channel = await SubscribedAsync();
        await RunAtAsync(channel, Due);

        foreach (var minutes in new[] { -60, -30, 0, 30 })
            await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Single(channel.Seen);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(90, true)]
    [InlineData(359, true)]
    public async Task Run_AfterBeingDown_PostsOnce_AndMarksItLate(int minutes, bool isLate)
    {
        var channel = await SubscribedAsync();

        await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Equal(isLate, Assert.Single(channel.Seen).IsLate);
    }

    [Fact]
    public async Task Run_AfterBeingDownForDays_PostsNothingOld_AndTellsWhatWasMissed()
    {
        var channel = await SubscribedAsync();

        var notes = await RunAtAsync(channel, Due.AddDays(2).AddHours(7));

        Assert.Empty(channel.Seen);
        Assert.Equal([4, 5, 6], notes.Where(note => note.Outcome == DeliveryOutcome.Missed).Select(note => note.Day.Day).Order());
    }

    [Theory]
    [InlineData(60, "it was due more than 1 hour ago")]
    [InlineData(90, "it was due more than 90 minutes ago")]
    [InlineData(360, "it was due more than 6 hours ago")]
    public async Task Run_AfterTheLimitSet_NamesTheLimit(int minutes, string reason)
    {
        var channel = await SubscribedAsync();
        clock.Now = Due.AddMinutes(minutes + 1);

        var notes = await Delivery(channel, store, TimeSpan.FromMinutes(minutes)).RunDueAsync(Token);

        Assert.Equal((DeliveryOutcome.Missed, reason), (Assert.Single(notes).Outcome, notes[0].Reason));
    }

    [Fact]
    public async Task Run_WhenTheServiceIsBusy_TriesAgain_ThenReportsTheFailure()
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.IsNotTaken;

        for (var minutes = 0; minutes <= 7 * 60; minutes++)
            await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Empty(channel.Seen);
        Assert.Contains("4 May 2026 could not be posted: the service is busy", Assert.Single(channel.Reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenRefused_ReportsAtOnce_AndGoesOnTheNextDay()
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.IsRefused;
        await RunAtAsync(channel, Due);
        channel.Script = null;

        await RunAtAsync(channel, Due.AddDays(1));

        Assert.Single(channel.Reports);
        Assert.Equal(Due.AddDays(1), Assert.Single(channel.Seen).DueAt);
    }

    [Theory]
    [InlineData(nameof(Happening.GetsLost), 1)]
    [InlineData(nameof(Happening.ArrivesUnnoticed), 2)]
    [InlineData(nameof(Happening.CrashesFirst), 1)]
    [InlineData(nameof(Happening.ArrivesBeforeTheCrash), 2)]
    public async Task Run_WhenNobodyKnowsWhetherItArrived_PostsAgainOnce_AndCountsIt(string happening, int arrivals)
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Enum.Parse<Happening>(happening);
        try
        {
            await RunAtAsync(channel, Due);
        }
        catch (SimulatedCrash) { }

        channel.Script = null;
        var notes = await RunAtAsync(channel, Due.AddMinutes(10));
        await RunAtAsync(channel, Due.AddMinutes(40));

        Assert.Equal(arrivals, Assert.Single(channel.Arrivals.Values));
        Assert.True(Assert.Single(notes).IsRepost);
    }

    [Fact]
    public async Task Run_WhenATryIsNotTakenAfterOneOfUnknownFate_StillKnowsOfTheFirst_AndCountsTheRepost()
    {
        var channel = await SubscribedAsync();
        Happening[] happenings = [Happening.ArrivesUnnoticed, Happening.IsNotTaken, Happening.IsNotTaken, Happening.Arrives];
        var tries = 0;
        channel.Script = _ => happenings[tries++];

        for (var minutes = 0; minutes <= 60; minutes++)
            await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Equal(2, Assert.Single(channel.Arrivals.Values));
        var note = Assert.Single(await store.HistoryAsync(1, 9, Token));
        Assert.Equal((DeliveryOutcome.Posted, true), (note.Outcome!.Value, note.IsRepost));
    }

    [Fact]
    public async Task Run_WithANonce_WhenManyTriesHaveAnUnknownFate_GoesByTheFirst()
    {
        var channel = await SubscribedAsync(deduplicates: TimeSpan.FromMinutes(10));
        channel.Script = _ => clock.Now < Due.AddMinutes(12) ? Happening.ArrivesUnnoticed : Happening.Arrives;

        for (var minutes = 0; minutes <= 60; minutes++)
            await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Equal(2, Assert.Single(channel.Arrivals.Values));
        Assert.True(Assert.Single(await store.HistoryAsync(1, 9, Token)).IsRepost);
    }

    [Fact]
    public async Task Run_WhenTwoTriesHaveAnUnknownFate_GivesUp()
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.ArrivesUnnoticed;

        for (var minutes = 0; minutes <= 7 * 60; minutes += 5)
            await RunAtAsync(channel, Due.AddMinutes(minutes));

        Assert.Equal(2, Assert.Single(channel.Arrivals.Values));
        Assert.Equal(DeliveryOutcome.Unknown, Assert.Single(await store.HistoryAsync(1, 9, Token)).Outcome);
    }

    [Fact]
    public async Task Run_WithANonce_PostsOnce_AlsoAfterACrash()
    {
        var channel = await SubscribedAsync(deduplicates: TimeSpan.FromMinutes(10));
        channel.Script = _ => Happening.ArrivesBeforeTheCrash;
        await Assert.ThrowsAsync<SimulatedCrash>(() => RunAtAsync(channel, Due));
        channel.Script = null;

        var notes = await RunAtAsync(channel, Due.AddMinutes(6));

        Assert.Equal(1, Assert.Single(channel.Arrivals.Values));
        Assert.False(Assert.Single(notes).IsRepost);
    }

    [Fact]
    public async Task Run_WithTheIdOfTheMessage_LooksItUp_AndDoesNotPostAgain()
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.ArrivesWithReceiptOnly;
        await RunAtAsync(channel, Due);
        channel.Script = null;

        await RunAtAsync(channel, Due.AddMinutes(10));

        Assert.Equal(1, Assert.Single(channel.Arrivals.Values));
        Assert.Equal(DeliveryOutcome.Posted, Assert.Single(await store.HistoryAsync(1, 9, Token)).Outcome);
    }

    [Fact]
    public async Task Change_AfterTodaysPost_WaitsForTomorrow()
    {
        var channel = await SubscribedAsync();
        await RunAtAsync(channel, Due);

        await store.ChangeAsync(1, new DigestSchedule(new TimeOnly(9, 0), "Europe/London", DigestDays.Daily, null), clock.Now, Token);
        await RunAtAsync(channel, Due.AddHours(1));
        await RunAtAsync(channel, Due.AddHours(25));

        Assert.Equal([Due, Due.AddHours(25)], channel.Seen.Select(post => post.DueAt));
    }

    [Fact]
    public async Task Change_WhileAPostIsUnderWay_DoesNotPostAgainThatDay_AndTellsWhy()
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.ArrivesUnnoticed;
        await RunAtAsync(channel, Due);
        channel.Script = null;

        await store.ChangeAsync(1, new DigestSchedule(new TimeOnly(9, 0), "Europe/London", DigestDays.Daily, null), clock.Now, Token);
        await RunAtAsync(channel, Due.AddHours(1));

        Assert.Single(channel.Seen);
        Assert.Equal(DeliveryOutcome.Unknown, Assert.Single(await store.HistoryAsync(1, 9, Token)).Outcome);
    }

    [Fact]
    public async Task Run_WhenOneDigestCannotBeWritten_PostsTheOthers_AndTriesAgain()
    {
        var channel = await SubscribedAsync(count: 3);
        await store.AddAsync(
            new Subscription
            {
                Channel = "test",
                Conversation = "x",
                CreatedBy = "p",
                Schedule = Daily with { Topic = "odd" },
            },
            DueTimes.After(Daily, clock.Now),
            Token
        );
        clock.Now = Due;
        var isOdd = true;
        var delivery = new DigestDelivery(
            store,
            [channel],
            new ScriptedNews(request =>
                request.Topic is not null && isOdd ? throw new InvalidOperationException("a defect") : ScriptedNews.Empty(request)
            ),
            clock,
            new DeliveryOptions()
        );

        var notes = await delivery.RunDueAsync(Token);
        isOdd = false;
        clock.Now += TimeSpan.FromMinutes(2);
        await delivery.RunDueAsync(Token);

        Assert.Equal("a defect", Assert.Single(notes, note => note.Outcome is null).Failure?.Message);
        Assert.Equal(4, channel.Seen.Count);
    }

    [Fact]
    public async Task Run_WithANonce_AfterTheClockWasSetBack_DoesNotRelyOnIt()
    {
        var channel = await SubscribedAsync(deduplicates: TimeSpan.FromMinutes(10));
        channel.Script = _ => Happening.ArrivesUnnoticed;
        clock.Now = Due;
        var steady = new SettableClock(Due);
        var own = new SettableClock(Due, steady);
        var delivery = new DigestDelivery(store, [channel], new ScriptedNews(), own, new DeliveryOptions { MaxParallel = 1 });
        await delivery.RunDueAsync(Token);
        channel.Script = null;

        // An hour goes by, and somebody sets the clock back by most of it.
        steady.Now = clock.Now = Due.AddHours(1);
        own.Now = Due.AddMinutes(5);
        var notes = await delivery.RunDueAsync(Token);

        Assert.True(Assert.Single(notes).IsRepost);
    }

    [Fact]
    public async Task Run_WritesForTheDeskOfTheChannel_ItsThreads_AndAPersonInTheirOwnChat()
    {
        var channel = await SubscribedAsync(count: 2);
        await AddAsync(new ReaderPlace("t1", Parent: "c1", Person: "p"));
        await AddAsync(new ReaderPlace("chat", Person: "ann", IsPersonal: true));
        clock.Now = Due;
        var desks = new DeskList([
            new Desk
            {
                Name = "Sports",
                Channels = ["c1"],
                Users = ["ann"],
                Articles = new() { Sections = ["sport"] },
            },
        ]);

        await new DigestDelivery(
            store,
            [channel],
            new ScriptedNews(request => ScriptedNews.Empty(request) with { Desk = request.Desk?.Name }),
            clock,
            new DeliveryOptions(),
            () => desks
        ).RunDueAsync(Token);

        Assert.Equal(
            [("c0", null), ("c1", "Sports"), ("chat", "Sports"), ("t1", "Sports")],
            channel.Seen.OrderBy(post => post.Conversation, StringComparer.Ordinal).Select(post => (post.Conversation, post.Digest.Desk))
        );
    }

    [Theory]
    [InlineData(DeliveryFate.Delivered, false, DeliveryOutcome.Posted, 0)]
    [InlineData(DeliveryFate.Delivered, true, DeliveryOutcome.Posted, 0)]
    [InlineData(DeliveryFate.Refused, false, DeliveryOutcome.Failed, 1)]
    [InlineData(DeliveryFate.Unknown, true, DeliveryOutcome.Unknown, 1)]
    public async Task Run_FollowsWhatAChannelAccepted_ToItsEnd_AndReportsWhatFailed(
        DeliveryFate end,
        bool isRepost,
        DeliveryOutcome outcome,
        int reports
    )
    {
        var channel = await SubscribedAsync();
        channel.Script = _ => Happening.IsAccepted;
        await RunAtAsync(channel, Due);
        var accepted = Assert.Single(await store.HistoryAsync(1, 9, Token));

        await RunAtAsync(channel, Due.AddMinutes(1));
        channel.End = new PostResult(end, null, "no") { IsRepost = isRepost };
        var notes = await RunAtAsync(channel, Due.AddMinutes(2));
        await RunAtAsync(channel, Due.AddMinutes(3));

        Assert.Equal(DeliveryOutcome.Posted, accepted.Outcome);
        var ended = Assert.Single(await store.HistoryAsync(1, 9, Token));
        Assert.Equal((outcome, isRepost), (ended.Outcome!.Value, ended.IsRepost));
        Assert.Equal(reports, channel.Reports.Count);
        Assert.Equal(outcome == DeliveryOutcome.Posted && !isRepost ? 0 : 1, notes.Count);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<ScriptedChannel> SubscribedAsync(int count = 1, TimeSpan? deduplicates = null)
    {
        for (var i = 0; i < count; i++)
            await AddAsync(new ReaderPlace($"c{i}", Person: "p"));
        return new ScriptedChannel("test", deduplicates ?? TimeSpan.Zero, clock);
    }

    private Task<Subscription> AddAsync(ReaderPlace place) =>
        store.AddAsync(
            new Subscription
            {
                Channel = "test",
                Conversation = place.Conversation,
                Parent = place.Parent,
                CreatedBy = place.Person!,
                IsPersonal = place.IsPersonal,
                Schedule = Daily,
            },
            DueTimes.After(Daily, clock.Now),
            Token
        );

    private Task<IReadOnlyList<DeliveryNote>> RunAtAsync(ScriptedChannel channel, DateTimeOffset now)
    {
        clock.Now = now;
        return Delivery(channel, store).RunDueAsync(Token);
    }

    private DigestDelivery Delivery(ScriptedChannel channel, SubscriptionStore of, TimeSpan? giveUpAfter = null) =>
        new(
            of,
            [channel],
            new ScriptedNews(),
            clock,
            new DeliveryOptions { MaxParallel = 1, GiveUpAfter = giveUpAfter ?? new DeliveryOptions().GiveUpAfter }
        );
}
