using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using NewsBot.Teams.Storage;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Storage;

/// <summary>The contract over SQLite, and what only it has.</summary>
public sealed class SqliteTeamsStoreTests : TeamsStoreContract, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteTeamsStore? _store;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task File_OfANewerVersion_IsRefusedWithTheRemedy()
    {
        await OpenAsync();
        await _store!.DisposeAsync();
        _store = null;
        using (var connection = new SqliteConnection($"Data Source={_folder["teams.db"]};Pooling=False"))
        {
            connection.Open();
            connection.Run("PRAGMA user_version = 99");
        }

        var refusal = Assert.Throws<StoreException>(() => SqliteTeamsStore.Open(_folder["teams.db"]));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatAnotherHostUses_IsRefusedWithTheRemedy()
    {
        await OpenAsync();

        var refusal = Assert.Throws<StoreException>(() => SqliteTeamsStore.Open(_folder["teams.db"]));

        Assert.Contains("in use by another NewsBot", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_ThatThrows_IsUndone_AndHarmsNoOther()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Run("CREATE TABLE t (n INTEGER)");
        await using var commits = new GroupCommit(connection);

        var good = commits.RunAsync(db => db.Run("INSERT INTO t VALUES (1)"), CancellationToken.None);
        var bad = commits.RunAsync<int>(db =>
        {
            db.Run("INSERT INTO t VALUES (2)");
            throw new InvalidOperationException("no");
        }, CancellationToken.None);
        var sum = commits.RunAsync(db => (long)db.Value("SELECT SUM(n) FROM t")!, CancellationToken.None);

        Assert.Equal(1, await good);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(1, await sum);
    }

    private protected override async Task<ITeamsStore> OpenAsync()
    {
        SQLitePCL.Batteries_V2.Init();
        if (_store is not null)
            await _store.DisposeAsync();
        return _store = SqliteTeamsStore.Open(_folder["teams.db"]);
    }
}
