using LiteDB;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.LiteDb.Documents;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.LiteDb;

public sealed class LiteDbArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => folder["new/folders/articles.litedb"];

    protected override async Task<IArticleStore> OpenAsync() => await LiteDbArticleStore.OpenAsync(Database, Cancellation);

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
        await using var store = await LiteDbArticleStore.OpenAsync(Database, new LiteDbStoreOptions { MaxBytes = 60 * 8192 }, Cancellation);
        await store.PutAsync([Some.Article("small")], null, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() =>
            store.PutAsync([Some.Article("other"), Some.Article("large", new string('x', 1_000_000))], null, Cancellation)
        );

        Assert.Equal(StoreFailure.Full, error.Failure);
        Assert.Equal(1, await store.CountAsync(Cancellation));
        Assert.Equal(1, await store.LastChangeAsync(Cancellation));
        Assert.Equal([PutOutcome.Added], await store.PutAsync([Some.Article("other")], null, Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task DatabaseOfAnotherProgram_IsRefused_AndLeftAsItIs()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        using (var other = new LiteDatabase(Database))
            other.GetCollection("t").Insert(new BsonDocument { ["x"] = 1 });
        var before = await File.ReadAllBytesAsync(Database, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, Cancellation));
    }

    [Fact]
    public async Task FileThatIsNotADatabase_IsRefused_AndLeftAsItIs()
    {
        var text = string.Concat(Enumerable.Repeat("This is not a database. ", 1000));
        folder.Write("new/folders/articles.litedb", text);

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
        Assert.Contains(Database, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Database, Cancellation));
    }

    [Fact]
    public async Task SchemaOfANewerProgram_IsRefused()
    {
        await (await OpenAsync()).DisposeAsync();
        using (var other = new LiteDatabase(Database))
        {
            var archive = other.GetCollection("archive");
            var document = archive.FindById(1);
            document["schema"] = 99;
            archive.Update(document);
        }

        var error = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Equal(StoreFailure.Newer, error.Failure);
        Assert.Contains("schema 99; this one supports up to 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task FileThatWasCutOffWhileItWasMade_IsMadeAgain(int bytes)
    {
        await (await OpenAsync()).DisposeAsync();
        await using (var file = File.OpenWrite(Database))
            file.SetLength(bytes);

        await using (var store = await OpenAsync())
            await store.PutAsync([Some.Article("a"), Some.Article("A")], null, Cancellation);

        await using var reopened = await OpenAsync();
        Assert.Equal(2, await reopened.CountAsync(Cancellation));
    }

    [Fact]
    public async Task LogThatWasCutOff_LosesNothingThatWasAcknowledged()
    {
        string[] copies = [folder["copy.litedb"], folder["copy-log.litedb"]];
        await using (var store = await OpenAsync())
        {
            await store.PutAsync([Some.Article("a")], null, Cancellation);
            await File.WriteAllBytesAsync(copies[0], Read(Database), Cancellation);
            // The beginning of a page that a killed process was about to write.
            await File.WriteAllBytesAsync(
                copies[1],
                [.. Read(Database.Replace(".litedb", "-log.litedb", StringComparison.Ordinal)), .. new byte[4096]],
                Cancellation
            );
        }

        await using var copy = await LiteDbArticleStore.OpenAsync(copies[0], Cancellation);

        Assert.NotNull(await copy.FindAsync("a", Cancellation));
        Assert.Empty(await copy.VerifyAsync(Cancellation));
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
    public async Task AnotherProcess_ThatDoesNotLetGo_IsReported()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await using var other = new FileStream(Database + ".turn", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var error = await Assert.ThrowsAsync<StoreException>(() =>
            LiteDbArticleStore.OpenAsync(Database, new LiteDbStoreOptions { BusyTimeout = TimeSpan.Zero }, Cancellation)
        );

        Assert.Equal(StoreFailure.Busy, error.Failure);
    }

    [Fact]
    public async Task AnotherProcess_IsWaitedFor()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        var other = new FileStream(Database + ".turn", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var opening = OpenAsync();
        Assert.False(opening.IsCompleted);
        await other.DisposeAsync();

        await using var store = await opening;
        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task WaitForAnotherProcess_CanBeCancelled()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await using var other = new FileStream(Database + ".turn", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using var cancellation = new CancellationTokenSource();

        var opening = LiteDbArticleStore.OpenAsync(Database, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task TextThatWasChangedBehindTheStore_IsFoundByVerify()
    {
        await using (var store = await OpenAsync())
            await store.PutAsync([Some.Article("a"), Some.Article("b")], null, Cancellation);
        using (var other = new LiteDatabase(Database))
        {
            var articles = other.GetCollection("article");
            var document = articles.FindOne("$.source = 'b'");
            document["text"] = "Forged.";
            articles.Update(document);
        }

        await using var forged = await OpenAsync();

        Assert.Equal(["b differs from what was stored: ingest it again."], await forged.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task DamagedPages_AreFoundByVerify()
    {
        await using (var store = await OpenAsync())
            await store.PutAsync(
                [.. Enumerable.Range(0, 200).Select(i => Some.Article($"{i}", new string('x', 5000)))],
                null,
                Cancellation
            );
        var bytes = await File.ReadAllBytesAsync(Database, Cancellation);
        bytes.AsSpan(bytes.Length / 2, 20_000).Fill(0xAB);
        await File.WriteAllBytesAsync(Database, bytes, Cancellation);

        await using var damaged = await OpenAsync();

        Assert.NotEmpty(await damaged.VerifyAsync(Cancellation));
    }

    [Theory]
    [InlineData(15_000_000, 'x')]
    [InlineData(6_000_000, '€')]
    [InlineData(4_000_001, '\0')]
    public async Task TextLongerThanADocument_IsKeptUnchanged_ReplacedAndRemoved(int length, char filling)
    {
        // The last case puts a surrogate pair across the border of two parts.
        var text = filling == '\0' ? new string('y', length - 2) + "😀." : new string(filling, length);
        await using var store = await OpenAsync();

        await store.PutAsync([Some.Article("long", text)], null, Cancellation);
        Assert.Equal(text, (await store.FindAsync("long", Cancellation))?.Article.Text);
        await store.PutAsync([Some.Article("long", "Short.")], null, Cancellation);
        Assert.Equal("Short.", (await store.FindAsync("long", Cancellation))?.Article.Text);
        await store.PutAsync([Some.Article("long", text)], null, Cancellation);

        Assert.Equal(text, (await store.FindAsync("long", Cancellation))?.Article.Text);
        Assert.Equal(1, await store.RemoveAsync(["long"], Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task SourceLongerThanAnIndexKey_IsKept()
    {
        var source = "http://newsroom/" + new string('ä', 2000);
        await using var store = await OpenAsync();

        await store.PutAsync([Some.Article(source)], source, Cancellation);

        Assert.Equal(source, (await store.FindAsync(source, Cancellation))?.Article.Source);
        Assert.Equal([source], await store.SourcesOfFolderAsync(source, Cancellation));
    }

    [Fact]
    public async Task CopyThatIsPutBackAndWrittenTo_HasAnotherHistory()
    {
        await using (var store = await OpenAsync())
            await store.PutAsync([Some.Article("a")], null, Cancellation);
        var copy = await File.ReadAllBytesAsync(Database, Cancellation);
        string? before;
        await using (var store = await OpenAsync())
        {
            await store.PutAsync([Some.Article("b")], null, Cancellation);
            before = await store.HistoryAsync(2, Cancellation);
        }

        await File.WriteAllBytesAsync(Database, copy, Cancellation);

        await using var putBack = await OpenAsync();
        var shared = await putBack.HistoryAsync(1, Cancellation);
        await putBack.PutAsync([Some.Article("c")], null, Cancellation);
        Assert.Equal(shared, await putBack.HistoryAsync(1, Cancellation));
        Assert.NotNull(before);
        Assert.NotEqual(before, await putBack.HistoryAsync(2, Cancellation));
    }

    [Fact]
    public void OldestHistories_AreForgotten()
    {
        using var memory = new MemoryStream();
        using var database = new LiteDatabase(memory);
        var histories = database.GetCollection("history");
        histories.Insert(Enumerable.Range(0, 1000).Select(start => new BsonDocument { ["_id"] = (long)start, ["name"] = $"name {start}" }));

        HistoryNames.Add(histories, 1000);
        HistoryNames.Add(histories, 1001);

        Assert.Null(HistoryNames.Find(histories, 1));
        Assert.NotNull(HistoryNames.Find(histories, 2));
        Assert.NotEqual(HistoryNames.Find(histories, 1001), HistoryNames.Find(histories, 1000));
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

    private string[] DiskState() =>
        [
            .. Directory
                .GetFiles(Path.GetDirectoryName(Database)!, "*.litedb")
                .Order(StringComparer.Ordinal)
                .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Read(file)))}"),
        ];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
