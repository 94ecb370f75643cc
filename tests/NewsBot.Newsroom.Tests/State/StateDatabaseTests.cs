using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.State;

public sealed class StateDatabaseTests : IDisposable
{
    private static readonly StateSchema Notes = new()
    {
        Feature = "notes",
        Steps = ["CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE)"],
        PostgresSteps = [],
        Predecessor = new StatePredecessor("old.db", [("note", "notes")]),
    };

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder[StateDatabase.FileName];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DamagedFile_IsNamed_WithTheRemedyAndWhatItCosts()
    {
        using var damaged = new TemporaryFolder();
        damaged.Write("state.db", string.Concat(Enumerable.Repeat("not a database ", 1000)));

        var failure = Assert.Throws<StoreException>(() => StateDatabase.Open(damaged["state.db"], [ConversationMemory.Schema]));

        Assert.Equal(StoreFailure.Damaged, failure.Failure);
        Assert.StartsWith($"{damaged["state.db"]} is damaged; ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("restore a backup, or move the file away", failure.Message, StringComparison.Ordinal);
        Assert.Contains("subscriptions", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_OutliveTheDatabaseObject()
    {
        await using (var first = StateDatabase.Open(Path, [Notes]))
            await AddAsync(first, "kept");

        await using var second = StateDatabase.Open(Path, [Notes]);

        Assert.Equal(["kept"], await TextsAsync(second));
    }

    [Fact]
    public async Task Steps_ThatWereReleasedLater_ChangeTablesThatHoldRows()
    {
        await using (var first = StateDatabase.Open(Path, [Notes]))
            await AddAsync(first, "kept");

        await using var second = StateDatabase.Open(
            Path,
            [Notes with { Steps = [.. Notes.Steps, "ALTER TABLE notes ADD COLUMN author TEXT"] }]
        );

        await second.WriteAsync(db => db.Run("UPDATE notes SET author = $1", "A. Reporter"), Cancel);
        Assert.Equal(["kept"], await TextsAsync(second));
    }

    [Fact]
    public async Task Open_FileOfANewerVersion_IsRefusedWithARemedy()
    {
        await using (StateDatabase.Open(Path, [Notes with { Steps = [.. Notes.Steps, "ALTER TABLE notes ADD COLUMN author TEXT"] }])) { }

        var refusal = Assert.Throws<StoreException>(() => StateDatabase.Open(Path, [Notes]));

        Assert.Equal(StoreFailure.Newer, refusal.Failure);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_ThatFails_UndoesItselfAlone()
    {
        await using var database = StateDatabase.Open(Path, [Notes]);
        await AddAsync(database, "first");

        var work = new[] { "second", "first", "third" }
            .Select(text =>
                database.WriteAsync(
                    db =>
                        db.Run("INSERT INTO notes (text) VALUES ($1)", "half of " + text)
                        + db.Run("INSERT INTO notes (text) VALUES ($1)", text),
                    Cancel
                )
            )
            .ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(work));

        Assert.Equal([false, true, false], work.Select(task => task.IsFaulted));
        Assert.Equal(
            ["first", "half of second", "half of third", "second", "third"],
            (await TextsAsync(database)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Database_ThatWasFull_TakesWorkAgainOnceThereIsSpace()
    {
        await using var database = StateDatabase.Open(Path, [Notes]);
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 8"), Cancel);
        var large = new string('x', 100_000);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => AddAsync(database, large));
        var rest = await TextsAsync(database);
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1000000"), Cancel);
        await AddAsync(database, large);

        Assert.Equal(StoreFailure.Full, refusal.Failure);
        Assert.Empty(rest);
        Assert.Equal([large], await TextsAsync(database));
    }

    [Fact]
    public async Task Work_OfManyThreads_IsAllCommitted()
    {
        await using var database = StateDatabase.Open(Path, [Notes]);

        await Parallel.ForAsync(
            0,
            500,
            Cancel,
            async (i, token) => await database.WriteAsync(db => db.Run("INSERT INTO notes (text) VALUES ($1)", $"note {i}"), token)
        );

        Assert.Equal(500, (await TextsAsync(database)).Count);
    }

    [Fact]
    public async Task WorkThatGoesFirst_IsCommittedInTheOrderOfTheCalls()
    {
        await using var database = StateDatabase.Open(Path, [Notes]);
        var committed = new List<int>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    database.WriteFirstAsync(
                        db => db.Run("INSERT INTO notes (text) VALUES ($1)", $"note {i}"),
                        _ => committed.Add(i),
                        Cancel
                    )
                )
        );

        Assert.Equal(Enumerable.Range(0, 200), committed);
    }

    [Fact]
    public async Task TwoDatabasesOnOneFile_BothWrite()
    {
        await using var one = StateDatabase.Open(Path, [Notes]);
        await using var other = StateDatabase.Open(Path, [Notes]);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AddAsync(i % 2 == 0 ? one : other, $"note {i}")));

        Assert.Equal(40, (await TextsAsync(one)).Count);
    }

    [Fact]
    public async Task FileOfAnEarlierVersion_IsCopiedOnceAndKeptAside()
    {
        using (var old = new SqliteConnection($"Data Source={folder["old.db"]};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText =
                "CREATE TABLE note (id INTEGER PRIMARY KEY, dropped TEXT, text TEXT); INSERT INTO note VALUES (7, 'x', 'of old')";
            command.ExecuteNonQuery();
        }

        await using (var first = StateDatabase.Open(Path, [Notes]))
        {
            Assert.Equal([folder["old.db"]], first.Copied);
            Assert.Equal(["of old"], await TextsAsync(first));
        }

        await using var second = StateDatabase.Open(Path, [Notes]);
        Assert.Empty(second.Copied);
        Assert.Equal(["of old"], await TextsAsync(second));
        Assert.True(File.Exists(folder["old.db"] + StatePredecessor.CopiedEnding));
    }

    [Fact]
    public void Open_FileThatIsNotADatabase_IsRefusedWithARemedy()
    {
        File.WriteAllText(Path, new string('x', 5000));

        var refusal = Assert.Throws<StoreException>(() => StateDatabase.Open(Path, [Notes]));

        Assert.Equal(StoreFailure.Damaged, refusal.Failure);
        Assert.Contains("move the file away", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfAnEarlierVersion_ThatIsStillRunning_IsLeftToIt()
    {
        await File.WriteAllTextAsync(folder["old.db"], "", TestContext.Current.CancellationToken);
        await using (File.Open(folder["old.db.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var refusal = Assert.Throws<StoreException>(() => StateDatabase.Open(Path, [Notes]));

            Assert.Equal(StoreFailure.Unavailable, refusal.Failure);
            Assert.Contains("still running", refusal.Message, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(folder["old.db"]));
    }

    [Fact]
    public async Task Repair_OfADamagedFile_SavesWhatCanBeRead()
    {
        await using (var database = StateDatabase.Open(Path, [Notes]))
        {
            for (var i = 0; i < 400; i++)
                await AddAsync(database, $"note {i} {new string('x', 300)}");
        }

        Assert.Null(StateRepair.Verify(Path));
        DamageAPageOfRows();

        Assert.NotNull(StateRepair.Verify(Path));
        var saved = StateRepair.Repair(Path);

        Assert.Null(StateRepair.Verify(Path));
        Assert.InRange(saved["notes"], 300, 399);
        await using var repaired = StateDatabase.Open(Path, [Notes]);
        Assert.Equal(saved["notes"], (await TextsAsync(repaired)).Count);
        await AddAsync(repaired, "another");
        Assert.True(File.Exists(Path + StateRepair.DamagedEnding));
    }

    [Fact]
    public async Task Dispose_FinishesWorkThatWaits()
    {
        var database = StateDatabase.Open(Path, [Notes]);
        var work = Enumerable.Range(0, 100).Select(i => AddAsync(database, $"note {i}")).ToList();

        await database.DisposeAsync();

        await Task.WhenAll(work);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync(database, "late"));
    }

    // https://www.sqlite.org/fileformat2.html#b_tree_pages: a page of 4 KB that begins with 13 holds rows of a table.
    private void DamageAPageOfRows()
    {
        var bytes = File.ReadAllBytes(Path);
        var rows = Enumerable.Range(0, bytes.Length / 4096).Where(page => bytes[page * 4096] == 13).ToList();
        bytes.AsSpan(rows[rows.Count / 2] * 4096, 4096).Clear();
        File.WriteAllBytes(Path, bytes);
    }

    private static Task<int> AddAsync(StateDatabase database, string text) =>
        database.WriteAsync(db => db.Run("INSERT INTO notes (text) VALUES ($1)", text), Cancel);

    private static Task<IReadOnlyList<string>> TextsAsync(StateDatabase database) =>
        database.ReadAsync(db => db.Rows("SELECT text FROM notes ORDER BY id", row => row.GetString(0)), Cancel);
}
