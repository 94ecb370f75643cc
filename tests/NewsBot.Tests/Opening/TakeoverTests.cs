using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Opening;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Opening;

public sealed class TakeoverTests : IDisposable
{
    private static readonly Article Full = new()
    {
        Source = "Ordner/ä b.txt",
        Headline = "“Smoke” ⚡️",
        Text = " One.\r\n\tTwo 👩‍👩‍👧‍👦.",
        Published = new DateTimeOffset(2023, 5, 3, 10, 0, 0, 123, TimeSpan.Zero),
        Author = "A",
        Outlet = "O",
        Url = "https://a/b?c=d",
        Section = "S",
        Language = "en-GB",
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Earlier => folder["data/newsbot.db"];

    private string File => folder["data/newsbot.litedb"];

    [Fact]
    public async Task EarlierArchive_IsTakenOverWhole_AndLeftInPlace()
    {
        WriteEarlier([
            (Full, "/x"),
            .. Enumerable.Range(0, 600).Select(number => (Some.Article($"{number}"), (string?)null)),
            (Some.Article("last"), "/x"),
        ]);
        using var notes = new StringWriter();

        await Takeover.RunAsync(File, notes, Stop);

        await using var store = await LiteDbArticleStore.OpenAsync(File, Stop);
        Assert.Equal(602, await store.CountAsync(Stop));
        Assert.Equal(Full, (await store.FindAsync(Full.Source, Stop))?.Article);
        Assert.Equal(Some.Article("599"), (await store.FindAsync("599", Stop))?.Article);
        Assert.Equal([Full.Source, "last"], await store.SourcesOfFolderAsync("/x", Stop));
        Assert.Empty(await store.VerifyAsync(Stop));
        Assert.Equal(
            $"Taking over the articles of {Earlier}, where an earlier version kept them. That file stays as it is and is no longer used.",
            notes.ToString().TrimEnd()
        );
        Assert.True(System.IO.File.Exists(Earlier));
        Assert.Empty(Directory.GetFiles(folder["data"], "takeover*"));
    }

    [Fact]
    public async Task ArchiveThatIsThere_IsNotTouched()
    {
        WriteEarlier([(Some.Article("old"), null)]);
        await using (var store = await LiteDbArticleStore.OpenAsync(File, Stop))
            await store.PutAsync([Some.Article("new")], null, Stop);
        using var notes = new StringWriter();

        await Takeover.RunAsync(File, notes, Stop);

        await using var after = await LiteDbArticleStore.OpenAsync(File, Stop);
        Assert.Null(await after.FindAsync("old", Stop));
        Assert.Equal("", notes.ToString());
    }

    [Fact]
    public async Task TakeoverThatWasKilled_BeginsAgain()
    {
        WriteEarlier([(Some.Article("a"), null), (Some.Article("b"), null)]);
        await using (var half = await LiteDbArticleStore.OpenAsync(folder["data/takeover.litedb"], Stop))
            await half.PutAsync([Some.Article("a", "Of another time.")], null, Stop);

        await Takeover.RunAsync(File, TextWriter.Null, Stop);

        await using var store = await LiteDbArticleStore.OpenAsync(File, Stop);
        Assert.Equal((2, 2), (await store.CountAsync(Stop), await store.LastChangeAsync(Stop)));
    }

    [Fact]
    public async Task TakeoverThatIsCancelled_LeavesNoHalfArchive()
    {
        WriteEarlier([.. Enumerable.Range(0, 600).Select(number => (Some.Article($"{number}"), (string?)null))]);
        using var cancellation = new CancellationTokenSource();
        await using var notes = new CancellingWriter(cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Takeover.RunAsync(File, notes, cancellation.Token));

        Assert.Equal([Earlier], Directory.GetFiles(folder["data"]));
    }

    [Fact]
    public async Task TakeoverOfAnotherProcess_IsReported()
    {
        WriteEarlier([(Some.Article(), null)]);
        await using var other = new FileStream(folder["data/takeover.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var failure = await Assert.ThrowsAsync<StoreException>(() => Takeover.RunAsync(File, TextWriter.Null, Stop));

        Assert.Equal(StoreFailure.Busy, failure.Failure);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task FileThatIsNotAnArchive_IsReportedInOneLine()
    {
        folder.Write("data/newsbot.db", new string('x', 5000));

        var run = await CommandRun.InAsync(folder, "ask", "where was Putin?");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{Earlier} cannot be read", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("move it elsewhere and ingest the articles again.", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_AnswerFromTheEarlierArchive()
    {
        WriteEarlier([(Some.Article("kremlin.txt", "Drones were aimed at the Kremlin on Wednesday. They were disabled."), null)]);

        var sources = await CommandRun.InAsync(folder, "sources", "drones");
        var check = await CommandRun.InAsync(folder, "check");

        Assert.Contains("kremlin.txt", sources.Output, StringComparison.Ordinal);
        Assert.Single(sources.ErrorLines);
        Assert.Equal("1 article, 1 passage, all is well\n", check.Output);
    }

    // The schema of the versions that kept articles in SQLite.
    private void WriteEarlier(IReadOnlyList<(Article Article, string? Folder)> articles)
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(folder["data"]);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Earlier, Pooling = false }.ToString());
        connection.Open();
        Execute(
            """
            CREATE TABLE article (
                id INTEGER PRIMARY KEY AUTOINCREMENT, change INTEGER NOT NULL UNIQUE, source TEXT NOT NULL UNIQUE, folder TEXT, hash BLOB NOT NULL,
                headline TEXT NOT NULL, text TEXT NOT NULL, published INTEGER, author TEXT, outlet TEXT, url TEXT, section TEXT, language TEXT);
            PRAGMA application_id = 0x4E657773; PRAGMA user_version = 2;
            """
        );
        using var transaction = connection.BeginTransaction();
        for (var i = 0; i < articles.Count; i++)
        {
            var (article, from) = articles[i];
            Execute(
                "INSERT INTO article (change, source, folder, hash, headline, text, published, author, outlet, url, section, language) VALUES ($0, $1, $2, x'00', $3, $4, $5, $6, $7, $8, $9, $10)",
                i + 1,
                article.Source,
                from,
                article.Headline,
                article.Text,
                article.Published?.ToUnixTimeMilliseconds(),
                article.Author,
                article.Outlet,
                article.Url,
                article.Section,
                article.Language
            );
        }

        transaction.Commit();

        void Execute(string sql, params object?[] values)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
            command.ExecuteNonQuery();
        }
    }

    private sealed class CancellingWriter(CancellationTokenSource cancellation) : StringWriter
    {
        public override Task WriteLineAsync(string? value) => cancellation.CancelAsync();
    }
}
