using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Audit;

public class AuditLogTests : IAsyncDisposable
{
    private static readonly AuditActor Dora = AuditActor.Of("teams", "dora");

    private readonly ManualTime time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly TestState state;
    private readonly StateDatabase database;

    public AuditLogTests()
        : this(TestState.InFile(isDurable: false)) { }

    private protected AuditLogTests(TestState state)
    {
        this.state = state;
        database = state.Open(AuditTable.Schema, SubscriptionStore.Schema, DeskRegister.Schema);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        state.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Entry_IsKept_ForTheDaysOfTheOptions()
    {
        await RecordAsync(log => log.Record(Dora, AuditAction.ArticleRead, "old.txt", "Sport"));
        time.Advance(TimeSpan.FromDays(90));
        await RecordAsync(log => log.Record(new AuditActor("api", "api:1", "wire"), AuditAction.ArticleKilled, "new.txt"));
        var both = await ReadAsync();
        time.Advance(TimeSpan.FromDays(1));
        await RecordAsync(log => log.Record(Dora, AuditAction.ArticleRestored, "new.txt"));

        Assert.Equal(["new.txt", "old.txt"], both.Select(entry => entry.Target));
        Assert.Equal(("api:1", "wire", AuditAction.ArticleKilled), (both[0].By.Id, both[0].By.Name, both[0].Action));
        Assert.Equal(("teams:dora", "Sport", time.GetUtcNow().AddDays(-91)), (both[1].By.Id, both[1].Desk, both[1].At));
        Assert.Equal([AuditAction.ArticleRestored, AuditAction.ArticleKilled], (await ReadAsync()).Select(entry => entry.Action));
    }

    [Theory]
    [InlineData("dora")]
    [InlineData("teams:dora")]
    [InlineData("WIRE", "api:1")]
    public async Task Who_IsAnId_OrAName(string who, string expected = "teams:dora")
    {
        await RecordAsync(log =>
        {
            log.Record(Dora, AuditAction.Asked, outcome: "answered");
            log.Record(new AuditActor("api", "api:1", "wire"), AuditAction.Asked, outcome: "declined");
        });

        Assert.Equal(expected, Assert.Single(await ReadAsync(who: who)).By.Id);
    }

    [Fact]
    public async Task Question_IsRecorded_OnlyWhereTheOptionsSaySo()
    {
        await RecordAsync(log => log.Record(Dora, AuditAction.Asked, question: "Who?", outcome: "answered"));
        await RecordAsync(log => log.Record(Dora, AuditAction.Asked, question: "Where?"), new AuditOptions { Questions = true });

        Assert.Equal(["Where?", null], (await ReadAsync()).Select(entry => entry.Question));
    }

    [Fact]
    public async Task Troubled_AreQuestionsThatWereDeclinedOrSlow_OfADeskWhereOneIsNamed()
    {
        var slow = TimeSpan.FromSeconds(2);
        await RecordAsync(log =>
        {
            log.Record(Dora, AuditAction.Asked, "1", "Sport", outcome: "answered", elapsed: slow - TimeSpan.FromMilliseconds(1));
            log.Record(Dora, AuditAction.Asked, "2", "Sport", outcome: "answered", elapsed: slow);
            log.Record(Dora, AuditAction.Asked, "3", "City", outcome: "declined", elapsed: TimeSpan.Zero);
            log.Record(Dora, AuditAction.ArticleRead, "4", "City");
        });

        Assert.Equal(["3", "2"], await TroubledAsync(null, long.MaxValue));
        Assert.Equal(["2"], await TroubledAsync("Sport", long.MaxValue));
        Assert.Equal(["2"], await TroubledAsync(null, (await ReadAsync()).Single(entry => entry.Target == "3").Id));

        Task<string[]> TroubledAsync(string? desk, long before) =>
            database.ReadAsync(
                db => AuditTable.Troubled(db, slow, desk, before, 10).Select(entry => entry.Target!).ToArray(),
                TestContext.Current.CancellationToken
            );
    }

    [Fact]
    public async Task Nothing_IsRecorded_ForNoDays_AndOfTheProgramItself()
    {
        await RecordAsync(log => log.Record(Dora, AuditAction.Asked), new AuditOptions { Days = 0 });
        await RecordAsync(log => log.Record(null, AuditAction.Asked));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task QueueThatIsFull_DelaysNobody_AndCountsAndLogsWhatIsLost()
    {
        var lines = new LogLines<AuditLog>();
        using var gate = new ManualResetEventSlim();
        // The disk does not answer for as long as the gate is closed.
        var held = database.WriteAsync(
            _ =>
            {
                gate.Wait(Patience.Limit);
                return true;
            },
            CancellationToken.None
        );
        await using var log = new AuditLog(database, new AuditOptions(), time, lines, capacity: 2);

        for (var i = 0; i < 20; i++)
            log.Record(Dora, AuditAction.ArticleRead, "a.txt");
        var lost = log.Dropped;
        gate.Set();
        await held;
        await log.DisposeAsync();

        // Two in the queue and two in the group that is being written.
        Assert.InRange(lost, 16, 18);
        Assert.Equal(20 - lost, (await ReadAsync()).Count);
        Assert.Single(lines.Lines, line => line == "Error: The audit log loses entries: its queue is full");
    }

    [Fact]
    public async Task Commands_AreRecorded_WithWhoGaveThem_OnlyWhenTheyChangeSomething()
    {
        await RecordAsync(async log =>
        {
            var digests = new SubscriptionCommands(new SubscriptionStore(database), time, log);
            foreach (
                var words in (string[])["subscribe 08:00", "subscribe 08:00 Europe/London", "change 1 09:00", "list", "stop 1", "stop 1"]
            )
                await digests.AnswerAsync(Request(words), Stop);
            var desks = new DeskCommands(new DeskRegister(new DeskList([new Desk { Name = "Sport", Channels = [] }]), database), time, log);
            foreach (var words in (string[])["show", "set Sport", "set Nobody", "clear", "clear"])
                await desks.AnswerAsync(
                    new DeskRequest
                    {
                        Channel = "teams",
                        Reader = new ReaderPlace("room", Person: "dora"),
                        MayManage = true,
                        Order = DeskOrder.Read(words),
                    },
                    Stop
                );
        });

        Assert.Equal(
            [
                (AuditAction.SubscriptionMade, "08:00 Europe/London daily", null),
                (AuditAction.SubscriptionChanged, "09:00 Europe/London daily", null),
                (AuditAction.SubscriptionStopped, "09:00 Europe/London daily", null),
                (AuditAction.DeskSet, "room", "Sport"),
                (AuditAction.DeskCleared, "room", (string?)null),
            ],
            (await ReadAsync()).Reverse().Select(entry => (entry.Action, entry.Target!, entry.Desk))
        );
        Assert.All(await ReadAsync(), entry => Assert.Equal(Dora, entry.By));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SubscriptionRequest Request(string words) =>
        new()
        {
            Channel = "teams",
            Reader = new ReaderPlace("room", Person: "dora"),
            MayManage = true,
            Words = words,
        };

    private Task RecordAsync(Action<AuditLog> record, AuditOptions? options = null) =>
        RecordAsync(
            log =>
            {
                record(log);
                return Task.CompletedTask;
            },
            options
        );

    private async Task RecordAsync(Func<AuditLog, Task> record, AuditOptions? options = null)
    {
        await using var log = new AuditLog(database, options ?? new AuditOptions(), time);
        await record(log);
    }

    private Task<IReadOnlyList<AuditEntry>> ReadAsync(string? who = null) =>
        database.ReadAsync(db => AuditTable.Read(db, DateTimeOffset.UnixEpoch, who, long.MaxValue, 100), Stop);
}
