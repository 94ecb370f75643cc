using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Storage;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Storage;

/// <summary>The contract over the state database, and what only it has.</summary>
public sealed class TeamsStoreTests : TeamsStoreContract, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StateDatabase? _database;
    private TeamsStore? _store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task DataDirectory_ThatAnotherHostUses_IsRefusedWithTheRemedy()
    {
        await OpenAsync();

        var refusal = Assert.Throws<StoreException>(() => HostLock.Take(_folder.Root));

        Assert.Contains("in use by another NewsBot", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataDirectory_ThatAHostHasLeft_IsFree()
    {
        await OpenAsync();
        await CloseAsync();

        HostLock.Take(_folder.Root).Dispose();
    }

    /// <summary>Nothing is acknowledged that is not stored, and nothing has to be restarted.</summary>
    [Fact]
    public async Task FullDisk_RefusesMessages_UntilThereIsSpaceAgain()
    {
        var store = await OpenAsync();
        await store.AcceptAsync(Turn("before"), _ => { }, Cancellation);
        await _database!.ReadAsync(db => db.Value("PRAGMA max_page_count = 1"), Cancellation);

        var refusals = new List<StoreException>();
        for (var i = 0; i < 3; i++)
            refusals.Add(await Assert.ThrowsAsync<StoreException>(() => FillAsync(store, $"full-{i}")));
        var known = await store.IsKnownAsync("before", Cancellation);
        await _database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1000000"), Cancellation);
        var accepted = await store.AcceptAsync(Turn("after"), _ => { }, Cancellation);

        Assert.All(refusals, refusal => Assert.Equal(StoreFailure.Full, refusal.Failure));
        Assert.True(known);
        Assert.True(accepted.IsNew);
        Assert.Equal(2, (await store.CountAsync(Cancellation)).WaitingTurns);
    }

    [Fact]
    public async Task FileOfAnEarlierVersion_IsTakenOver_AndItsWorkGoesOn()
    {
        using (var old = new SqliteConnection($"Data Source={_folder["teams.db"]};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = """
                CREATE TABLE turns (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, received INTEGER NOT NULL, body BLOB, finished INTEGER);
                INSERT INTO turns VALUES (1, 'done', 'chat', 1000, NULL, 2000), (2, 'waits', 'chat', 1000, x'0102', NULL);
                CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, turn INTEGER, kind INTEGER NOT NULL, conversation TEXT NOT NULL, service_url TEXT NOT NULL, tenant TEXT, target TEXT,
                    answer TEXT, body BLOB, state INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0, due INTEGER, tried INTEGER, reason TEXT);
                INSERT INTO posts (id, turn, kind, conversation, service_url, target, body, state, tries) VALUES (7, 1, 0, 'chat', 'https://smba.trafficmanager.net/emea/', 'q1', x'0304', 1, 2);
                CREATE TABLE conversations (conversation TEXT PRIMARY KEY, kind TEXT NOT NULL, service_url TEXT NOT NULL, tenant TEXT, person TEXT, person_object TEXT, team TEXT, name TEXT,
                    bot TEXT NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
                INSERT INTO conversations VALUES ('chat', 'personal', 'https://smba.trafficmanager.net/emea/', 't', '29:alex', 'object', NULL, 'Alex', '28:bot', 1000);
                """;
            command.ExecuteNonQuery();
        }

        var store = await OpenAsync();

        Assert.Equal([_folder["teams.db"]], _database!.Copied);
        Assert.True(await store.IsKnownAsync("done", Cancellation));
        Assert.Equal([1, 2], await store.ReadTurnAsync(2, Cancellation));
        var work = await store.TakeUpAsync(_ => { }, Cancellation);
        Assert.Equal([(7L, true)], work.Where(one => one.Post is not null).Select(one => (one.Post!.Value, one.WasOnWire)));
        Assert.Equal([2L], work.Where(one => one.Turn is not null).Select(one => one.Turn!.Value));
        Assert.Equal(3, (await store.ReadPostAsync(7, Cancellation))!.Tries);
        Assert.Equal("28:bot", (await store.FindReferenceAsync("chat", Cancellation))!.Bot);
    }

    private protected override async Task<ITeamsStore> OpenAsync()
    {
        await CloseAsync();
        _database = StateDatabase.Open(_folder[StateDatabase.FileName], [FeedbackStore.Schema, CitedPosts.Schema, TeamsStore.Schema]);
        return _store = new TeamsStore(HostLock.Take(_folder.Root), _database);
    }

    private async Task CloseAsync()
    {
        _store?.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static async Task FillAsync(ITeamsStore store, string key)
    {
        for (var i = 0; i < 100; i++)
            await store.AcceptAsync(Turn($"{key}-{i}") with { Body = new byte[20_000] }, _ => { }, Cancellation);
    }
}
