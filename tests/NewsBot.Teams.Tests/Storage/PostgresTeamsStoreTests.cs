using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Options;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Storage;

/// <summary>The contract in PostgreSQL, and how hosts share the work.</summary>
public sealed class PostgresTeamsStoreTests : TeamsStoreContract, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = Given.Morning;

    private readonly TestState _state = TestState.InPostgres();
    private readonly ManualTime _clock = new(Now);
    private readonly List<Host> _hosts = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    public async Task Message_InAConversationOfAnotherHost_IsHandedToIt_AndOthersAreNot()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var first = await one.Store.AcceptAsync(Turn("a"), one.Stored.Add, Cancellation);
        var second = await other.Store.AcceptAsync(Turn("b"), other.Stored.Add, Cancellation);
        var elsewhere = await other.Store.AcceptAsync(Turn("c") with { Conversation = "elsewhere" }, other.Stored.Add, Cancellation);
        var handed = await one.BeatAsync();

        Assert.Equal((true, false, true), (first.IsOurs, second.IsOurs, elsewhere.IsOurs));
        Assert.Equal([second.Turn], handed.Select(work => work.Turn!.Value));
        Assert.Equal([first.Turn], one.Stored);
        Assert.Equal([elsewhere.Turn], other.Stored);
        Assert.Empty(await one.BeatAsync());
        Assert.Empty(await other.BeatAsync());
    }

    [Fact]
    public async Task Conversation_ThatIsAnswered_IsFreeForAnyHost()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var first = (await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var post = (await one.Store.FinishTurnAsync(first, new TurnOutcome { At = Now, Posts = [Post()] }, Cancellation))[0];

        var meanwhile = await other.Store.AcceptAsync(Turn("b"), _ => { }, Cancellation);
        await one.Store.MarkOnWireAsync(post, Cancellation);
        await one.Store.SettleAsync(post, PostSettlement.Delivered("m1", Now), Cancellation);
        await one.Store.FinishTurnAsync((await one.BeatAsync())[0].Turn!.Value, new TurnOutcome { At = Now, Posts = [] }, Cancellation);
        var afterwards = await other.Store.AcceptAsync(Turn("c"), _ => { }, Cancellation);

        Assert.False(meanwhile.IsOurs);
        Assert.True(afterwards.IsOurs);
    }

    [Fact]
    public async Task Message_BehindOneThatWasHandedOver_WaitsForIt()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var first = (await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var second = (await other.Store.AcceptAsync(Turn("b"), _ => { }, Cancellation)).Turn;

        var third = await one.Store.AcceptAsync(Turn("c"), one.Stored.Add, Cancellation);
        await one.Store.FinishTurnAsync(first, new TurnOutcome { At = Now, Posts = [] }, Cancellation);
        var handed = await one.BeatAsync();

        Assert.False(third.IsOurs);
        Assert.Empty(one.Stored);
        Assert.Equal([second, third.Turn], handed.Select(work => work.Turn!.Value));
    }

    [Fact]
    public async Task Message_BehindOneWithoutAHost_AsAfterAMigration_WaitsForIt()
    {
        var one = await StartAsync();
        var first = (await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        await one.ForgetHostsAsync();

        var second = await one.Store.AcceptAsync(Turn("b"), one.Stored.Add, Cancellation);
        var taken = await one.BeatAsync();

        Assert.Empty(one.Stored);
        Assert.Equal([first, second.Turn], taken.Select(work => work.Turn!.Value));
    }

    [Fact]
    public async Task UnpromptedPost_IntoAConversationOfAnotherHost_IsHandedToIt()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation);

        var post = await other.Store.AddPostAsync(Post(), Cancellation);

        Assert.False(post.IsOurs);
        Assert.Equal([post.Post], (await one.BeatAsync()).Select(work => work.Post!.Value));
    }

    [Fact]
    public async Task WorkOfADeadHost_IsTakenOverInOrder_AfterItsLease_AndItCanDoNothingMore()
    {
        var (dead, other) = (await StartAsync(), await StartAsync());
        var answered = (await dead.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var waits = (await dead.Store.AcceptAsync(Turn("b"), _ => { }, Cancellation)).Turn;
        var posts = await dead.Store.FinishTurnAsync(answered, new TurnOutcome { At = Now, Posts = [Post(), Post()] }, Cancellation);
        await dead.Store.MarkOnWireAsync(posts[0], Cancellation);
        var late = await other.Store.AcceptAsync(Turn("c"), _ => { }, Cancellation);

        List<IReadOnlyList<UnfinishedWork>> taken = [];
        for (var second = 0; second <= HostRows.Lease.TotalSeconds + 1; second++)
        {
            taken.Add(await other.BeatAsync());
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(late.IsOurs);
        Assert.Equal(
            [(posts[0], null, true), (posts[1], null, false), (null, waits, false), ((long?)null, late.Turn, false)],
            Assert.Single(taken, work => work.Count > 0).Select(work => (work.Post, work.Turn, work.WasOnWire))
        );
        Assert.Empty(taken[0]);
        Assert.Empty(await dead.Store.FinishTurnAsync(waits, new TurnOutcome { At = Now, Posts = [Post()] }, Cancellation));
        Assert.False(await dead.Store.MarkOnWireAsync(posts[1], Cancellation));
        Assert.True(await other.Store.MarkOnWireAsync(posts[1], Cancellation));
        Assert.Equal(1, (await other.Store.CountAsync(Cancellation)).UncertainTries);
    }

    [Fact]
    public async Task Hosts_AreThoseAliveAtTheLastSign()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        await one.BeatAsync();
        await other.BeatAsync();
        Assert.Equal((2, 2), (one.Store.Hosts, other.Store.Hosts));

        await other.Store.LeaveAsync(Cancellation);
        await one.BeatAsync();

        Assert.Equal(1, one.Store.Hosts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task TenantsLimit_IsDividedAmongHosts(bool areTwo, int seconds)
    {
        var one = await StartAsync();
        if (areTwo)
            await StartAsync();
        var leaping = new ManualTime(Now, leapUpTo: TimeSpan.FromMinutes(1));
        var gate = new SendGate(new TeamsOptions { TenantSendsPerSecond = 10 }, one.Store, leaping);

        for (var send = 0; send < 11; send++)
            await gate.SendAsync($"conversation {send}", "tenant", () => Task.FromResult(true), Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(seconds), leaping.GetUtcNow() - Now);
    }

    [Fact]
    public async Task WorkOfAHostThatStops_IsTakenOverAtOnce()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var left = (await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;

        await one.Store.LeaveAsync(Cancellation);

        Assert.Equal([left], (await other.BeatAsync()).Select(work => work.Turn!.Value));
    }

    [Fact]
    public async Task Hosts_ThatWereAllCutOff_TakeNothingFromEachOther()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        await one.Store.AcceptAsync(Turn("a"), _ => { }, Cancellation);

        _clock.Advance(HostRows.Lease * 4);
        List<UnfinishedWork> taken = [];
        for (var second = 0; second < 20; second++)
        {
            taken.AddRange(await other.BeatAsync());
            // This one is back a little later.
            if (second >= 2)
                taken.AddRange(await one.BeatAsync());
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(taken);
    }

    // Each opening is another host, and the one before is dead.
    private protected override async Task<ITeamsStore> OpenAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _hosts.Clear();
        _clock.Advance(HostRows.Lease * 2);
        return (await StartAsync()).Store;
    }

    private async Task<Host> StartAsync()
    {
        var host = new Host(_state, _clock);
        _hosts.Add(host);
        foreach (var one in _hosts)
            await one.BeatAsync();
        _clock.Advance(HostRows.Settling);
        foreach (var one in _hosts.SkipLast(1))
            await one.BeatAsync();
        return host;
    }

    private sealed class Host : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly StateDatabase _database;

        public Host(TestState state, TimeProvider clock)
        {
            _database = state.Open(FeedbackStore.Schema, CitedPosts.Schema, TeamsStore.Schema);
            Store = new TeamsStore(HostLock.Take(_folder.Root), _database, clock);
        }

        public TeamsStore Store { get; }

        public List<long> Stored { get; } = [];

        public Task<int> ForgetHostsAsync() => _database.WriteAsync(db => db.Run("UPDATE teams_turns SET host = NULL"), Cancellation);

        public Task<IReadOnlyList<UnfinishedWork>> BeatAsync() => Store.TakeUpAsync(_ => { }, Cancellation);

        public async ValueTask DisposeAsync()
        {
            Store.Dispose();
            await _database.DisposeAsync();
            _folder.Dispose();
        }
    }
}
