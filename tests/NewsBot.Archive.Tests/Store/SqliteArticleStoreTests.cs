using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using NewsBot.Archive.Store.Sqlite;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Store;

public sealed class SqliteArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => folder["new/folders/articles.db"];

    protected override async Task<IArticleStore> OpenAsync() => await SqliteArticleStore.OpenAsync(Database, Cancellation);

    [Fact]
    public async Task Unchanged_Articles_WriteNothingToTheDisk()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], "/x", Cancellation);
        var before = DiskState();

        await store.PutAsync([Some.Article("a"), Some.Article("b")], "/x", Cancellation);

        Assert.Equal(before, DiskState());
    }

    [Fact]
    public async Task FullDisk_IsReported_AndLeavesNoTrace()
    {
        await using var store = await SqliteArticleStore.OpenAsync(Database, new SqliteStoreOptions { MaxPages = 40 }, Cancellation);
        await store.PutAsync([Some.Article("small")], null, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.PutAsync([Some.Article("other"), Some.Article("large", new string('x', 1_000_000))], null, Cancellation));

        Assert.Equal(StoreFailure.Full, error.Failure);
        Assert.Equal($"The disk is full, so nothing more could be written to {Database}; free some space and run it again.", error.Message);
        Assert.Equal(1, await store.CountAsync(Cancellation));
        Assert.Equal(1, await store.LastChangeAsync(Cancellation));
        Assert.Equal([PutOutcome.Added], await store.PutAsync([Some.Article("other")], null, Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task DatabaseOfAnotherProgram_IsRefused_AndLeftAsItIs()
    {
        Execute("CREATE TABLE t (x)");
        var before = await File.ReadAllBytesAsync(Database, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, Cancellation));
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsRefused()
    {
        folder.Write("new/folders/articles.db", string.Concat(Enumerable.Repeat("This is no database. ", 100)));

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
        Assert.Contains(Database, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaOfANewerProgram_IsRefused()
    {
        await (await OpenAsync()).DisposeAsync();
        Execute("PRAGMA user_version = 99");

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.Newer, error.Failure);
        Assert.Contains("schema 99; this one knows up to 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderInPlaceOfTheFile_IsReported()
    {
        Directory.CreateDirectory(Database);

        Assert.Equal(StoreFailure.Unavailable, (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Failure);
    }

    [Fact]
    public async Task FileInPlaceOfTheFolder_IsReported()
    {
        folder.Write("new", "x");

        Assert.Equal(StoreFailure.Unavailable, (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Failure);
    }

    [Fact]
    public async Task AnotherWriter_ThatDoesNotEnd_IsReported()
    {
        await using var store = await SqliteArticleStore.OpenAsync(Database, new SqliteStoreOptions { BusyTimeout = TimeSpan.Zero }, Cancellation);
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.PutAsync([Some.Article()], null, Cancellation));

        Assert.Equal(StoreFailure.Busy, error.Failure);
        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task AnotherWriter_IsWaitedFor()
    {
        await using var store = await OpenAsync();
        using var other = Connect();
        var transaction = other.BeginTransaction(deferred: false);

        var put = store.PutAsync([Some.Article()], null, Cancellation);
        Assert.False(put.IsCompleted);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal([PutOutcome.Added], await put);
    }

    [Fact]
    public async Task WaitForAnotherWriter_CanBeCancelled()
    {
        await using var store = await OpenAsync();
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);
        using var cancellation = new CancellationTokenSource();

        var put = store.PutAsync([Some.Article()], null, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put);
    }

    [Fact]
    public async Task DamagedPages_AreFoundByVerify()
    {
        await using (var store = await OpenAsync())
            await store.PutAsync([.. Enumerable.Range(0, 200).Select(i => Some.Article($"{i}", new string('x', 5000)))], null, Cancellation);
        var bytes = await File.ReadAllBytesAsync(Database, Cancellation);
        bytes.AsSpan(bytes.Length / 2, 20_000).Fill(0xAB);
        await File.WriteAllBytesAsync(Database, bytes, Cancellation);

        await using var damaged = await OpenAsync();
        var problems = await damaged.VerifyAsync(Cancellation);

        Assert.NotEmpty(problems);
        Assert.Contains(problems, problem => problem.Contains("is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TextThatWasChangedBehindTheStore_IsFoundByVerify()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], null, Cancellation);
        Execute("UPDATE article SET text = 'Forged.' WHERE source = 'b'");

        Assert.Equal(["b is not as it was stored: ingest it again."], await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task CutOffFile_IsReported()
    {
        await using (var store = await OpenAsync())
            await store.PutAsync([.. Enumerable.Range(0, 200).Select(i => Some.Article($"{i}", new string('x', 5000)))], null, Cancellation);
        await using (var file = File.OpenWrite(Database))
            file.SetLength(8192);

        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await OpenAsync();
            for (var i = 0; i < 200; i++)
                await store.FindAsync($"{i}", Cancellation);
        });

        Assert.Equal(StoreFailure.Damaged, error.Failure);
    }

    [Fact]
    public async Task TwoOpenersOfANewFile_AgreeOnOneSchema()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAsync, Cancellation)));

        foreach (var store in stores)
        {
            Assert.Empty(await store.VerifyAsync(Cancellation));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task ClosedStore_Throws()
    {
        var store = await OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CountAsync(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.PutAsync([Some.Article()], null, Cancellation));
    }

    private SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string[] DiskState() =>
        [.. Directory.GetFiles(Path.GetDirectoryName(Database)!).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Read(file)))}")];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
