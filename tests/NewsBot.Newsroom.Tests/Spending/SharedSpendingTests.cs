using NewsBot.Archive.Store;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Spending;

/// <summary>Two hosts with one PostgreSQL.</summary>
public sealed class SharedSpendingTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestState state = TestState.InPostgres();
    private readonly FakeTime time = new();
    private readonly List<Host> hosts = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
        state.Dispose();
    }

    [Fact]
    public async Task Amounts_AreCountedOnceAtEveryOtherHost_UnderAHash()
    {
        var (one, other, third) = (Start(), Start(), Start());
        one.Spend("person", 2);
        one.Spend("person", 3);
        one.Spend("someone else", 1);
        await one.ExchangeAsync();
        one.Spend("person", 4);

        for (var i = 0; i < 3; i++)
        {
            foreach (var host in hosts)
                await host.ExchangeAsync();
        }

        Assert.Equal((0, 9, 9), (one.CountOf("person"), other.CountOf("person"), third.CountOf("person")));
        Assert.Equal(1, third.CountOf("someone else"));
        Assert.DoesNotContain(await one.RowsAsync(), row => row.Contains("person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HostThatStarts_CountsWhatStillCounts_AndNothingTwice()
    {
        var one = Start();
        one.Spend("person", 5);
        await one.ExchangeAsync();
        time.Advance(TimeSpan.FromSeconds(40));
        one.Spend("person", 7);
        await one.ExchangeAsync();
        time.Advance(TimeSpan.FromSeconds(30));

        var next = Start();
        await next.ExchangeAsync();
        await next.ExchangeAsync();

        Assert.Equal([("person", 7, TimeSpan.FromSeconds(30))], next.Counted(["person"]));
    }

    [Fact]
    public async Task LimitThatJoinsLate_CountsWhatWasSpentBefore_AndTheOthersDoNotCountItAgain()
    {
        var (one, other) = (Start(), Start());
        var late = one.Spending.Join("late", Minute, _ => { });
        late.Add(late.KeyOf("person"), 6);
        one.Spend("person", 1);
        await one.ExchangeAsync();
        await other.ExchangeAsync();
        var counted = new List<SpentElsewhere>();

        other.Spending.Join("late", Minute, counted.Add);
        await other.ExchangeAsync();
        await other.ExchangeAsync();

        Assert.Equal([new SpentElsewhere(late.KeyOf("person"), 6, TimeSpan.Zero)], counted);
        Assert.Equal(1, other.CountOf("person"));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task ClocksThatDiffer_ByHours_MakeNoDifferenceWhileBothRun(int hours)
    {
        var wrong = new FakeTime();
        wrong.SetWallClock(time.GetUtcNow().AddHours(hours));
        var (one, other) = (Start(), Start(wrong));
        await one.ExchangeAsync();
        await other.ExchangeAsync();

        one.Spend("person", 2);
        await one.ExchangeAsync();
        await other.ExchangeAsync();
        other.Spend("person", 3);
        await other.ExchangeAsync();
        await one.ExchangeAsync();

        Assert.Equal([("person", 3, TimeSpan.Zero)], one.Counted(["person"]));
        Assert.Equal([("person", 2, TimeSpan.Zero)], other.Counted(["person"]));
    }

    [Fact]
    public async Task DatabaseThatIsAway_LosesNothingThatStillCounts()
    {
        var (one, other) = (Start(), Start());
        await other.ExchangeAsync();
        await other.SqlAsync("ALTER TABLE spending RENAME TO away");
        one.Spend("person", 100);
        await Assert.ThrowsAsync<StoreException>(one.ExchangeAsync);
        time.Advance(TimeSpan.FromSeconds(50));
        one.Spend("person", 1);
        await Assert.ThrowsAsync<StoreException>(one.ExchangeAsync);
        await Assert.ThrowsAsync<StoreException>(other.ExchangeAsync);
        time.Advance(TimeSpan.FromSeconds(20));

        await other.SqlAsync("ALTER TABLE away RENAME TO spending");
        one.Spend("person", 2);
        await one.ExchangeAsync();
        await other.ExchangeAsync();

        Assert.Equal([("person", 1, TimeSpan.FromSeconds(20)), ("person", 2, TimeSpan.Zero)], other.Counted(["person"]));
    }

    [Fact]
    public async Task Rows_AreDeletedByAnyHost_OnceTheyNoLongerCount()
    {
        var (one, other) = (Start(), Start());
        one.Spend("person", 2);
        await one.ExchangeAsync();
        Assert.Single(await one.RowsAsync());

        time.Advance(TimeSpan.FromSeconds(59));
        await other.ExchangeAsync();
        Assert.Single(await one.RowsAsync());
        time.Advance(Minute);
        await other.ExchangeAsync();

        Assert.Empty(await one.RowsAsync());
    }

    [Fact]
    public async Task Budget_OfAnAccount_CountsOverHostsAndRestarts_UntilTheNextDay()
    {
        var (one, other) = (Start(), Start());
        var (here, there) = (Budget(one), Budget(other));
        here.Spend("sport", 600, TimeSpan.FromMinutes(1));
        there.Spend("sport", 500, TimeSpan.FromMinutes(1));
        Assert.True(here.Allows("sport") && there.Allows("sport"));

        await one.ExchangeAsync();
        await other.ExchangeAsync();
        await one.ExchangeAsync();

        Assert.Equal((false, false), (here.Allows("sport"), there.Allows("sport")));
        Assert.True(here.Allows("politics"));
        var next = Start();
        var afterRestart = Budget(next);
        await next.ExchangeAsync();
        Assert.False(afterRestart.Allows("sport"));
        there.Spend("culture", 900, TimeSpan.FromMinutes(1));
        await other.ExchangeAsync();
        await next.ExchangeAsync();
        Assert.False(afterRestart.Allows("politics"), "All accounts together have spent 2,000 tokens.");
        time.Advance(TimeSpan.FromHours(12));
        await next.ExchangeAsync();
        Assert.True(afterRestart.Allows("sport"));
        var tomorrow = Start();
        var onTheNextDay = Budget(tomorrow);
        await tomorrow.ExchangeAsync();
        Assert.True(onTheNextDay.Allows("sport"));
    }

    [Fact]
    public async Task WaitingTime_CountsOverHosts()
    {
        var (one, other) = (Start(), Start());
        var there = Budget(other);
        Budget(one).Spend("sport", 1, TimeSpan.FromHours(4));

        await one.ExchangeAsync();
        await other.ExchangeAsync();

        Assert.Equal((false, true), (there.Allows("sport"), there.Allows("politics")));
    }

    [Fact]
    public async Task Files_AreNotWritten_AndAccountsAreCountedAsTheyAre()
    {
        using var file = TestState.InFile();
        await using var database = file.Open(SharedSpending.Schema);
        var spending = new SharedSpending(database, time);
        var limit = spending.Join("test", Minute, _ => Assert.Fail("Nobody else is there."));

        limit.Add(limit.KeyOf("person"), 2);
        await spending.ExchangeAsync(Stop);

        Assert.Equal("person", limit.KeyOf("person"));
        Assert.Equal(0L, await database.ReadAsync(db => db.Value("SELECT COUNT(*) FROM spending"), Stop));
    }

    private Host Start(FakeTime? clock = null)
    {
        var host = new Host(state.Open(SharedSpending.Schema), clock ?? time);
        hosts.Add(host);
        return host;
    }

    private ModelBudget Budget(Host host) =>
        new(
            new ModelOptions
            {
                Endpoint = new Uri("http://model.invalid/"),
                Name = "scripted",
                TokensPerAccountAndDay = 1000,
                TokensPerDay = 2000,
            },
            time,
            host.Spending
        );

    private sealed class Host : IAsyncDisposable
    {
        private readonly StateDatabase database;
        private readonly SharedLimit limit;
        private readonly List<SpentElsewhere> counted = [];

        public Host(StateDatabase database, TimeProvider time)
        {
            this.database = database;
            Spending = new SharedSpending(database, time);
            limit = Spending.Join("test", Minute, counted.Add);
        }

        public SharedSpending Spending { get; }

        public void Spend(string account, long amount) => limit.Add(limit.KeyOf(account), amount);

        public Task ExchangeAsync() => Spending.ExchangeAsync(Stop);

        public long CountOf(string account) => counted.Where(spent => spent.Key == limit.KeyOf(account)).Sum(spent => spent.Amount);

        public IEnumerable<(string Account, long Amount, TimeSpan Age)> Counted(string[] accounts) =>
            counted.Select(spent => (accounts.Single(account => limit.KeyOf(account) == spent.Key), spent.Amount, spent.Age));

        public Task<IReadOnlyList<string>> RowsAsync() =>
            database.ReadAsync(db => db.Rows("SELECT spent FROM spending ORDER BY id", row => row.GetString(0)), Stop);

        public Task<int> SqlAsync(string sql) => database.WriteAsync(db => db.Run(sql), Stop);

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
