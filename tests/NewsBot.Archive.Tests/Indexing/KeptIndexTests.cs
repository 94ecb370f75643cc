using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Indexing;

/// <summary>An archive whose index stays on the disk between two starts.</summary>
public sealed class KeptIndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> notes = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Restart_AppliesOnlyWhatIsNew()
    {
        await RunAsync(async run => await run.PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall.")));
        await using (var store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation))
            await store.PutAsync([Some.Article("b", "Drones land."), Some.Article("c", "Drones stay.")], null, Cancellation);

        await RunAsync(async run =>
        {
            Assert.Equal([2], run.Store.ReadSince);
            Assert.Equal(["Drones fly.", "Drones land.", "Drones stay."], await run.SearchAsync("drones"));
            await run.AssertSoundAsync();
        });
        Assert.Empty(notes);
    }

    [Fact]
    public async Task Restart_WithoutNews_ReadsNothingOfTheStore()
    {
        await RunAsync(run => run.PutAsync(Some.Article("a", "Drones fly."), Some.Article("blank", " ")));

        await RunAsync(async run =>
        {
            Assert.Empty(run.Store.ReadSince);
            Assert.Equal(["Drones fly."], await run.SearchAsync("drones"));
            Assert.Equal(
                ["blank has no text to quote: ingest it again, or remove it."],
                (await run.Archive.CheckAsync(Cancellation)).Problems
            );
        });
    }

    [Fact]
    public async Task ManyArticles_AreCommittedAtOnce()
    {
        await RunAsync(
            async run =>
            {
                await run.PutAsync(Some.Article("a"), Some.Article("b"), Some.Article("c"));
                Assert.Equal(3, run.Index.AppliedChange);
                await run.PutAsync(Some.Article("d"));
                Assert.Equal(3, run.Index.AppliedChange);
            },
            articlesPerCommit: 3
        );

        await RunAsync(run =>
        {
            Assert.Equal(4, run.Index.AppliedChange);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task ReplacedDatabase_IsNoticed_AndTheIndexRebuilt()
    {
        await RunAsync(run => run.PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall.")));
        File.Delete(folder["articles.litedb"]);

        await RunAsync(async run =>
        {
            await run.PutAsync(Some.Article("x", "Zebras walk."), Some.Article("y", "Drones rest."));
            Assert.Equal(["Drones rest."], await run.SearchAsync("drones"));
            await run.AssertSoundAsync();
        });
        Assert.Equal(
            ["The search index is rebuilt from the stored articles: it was made from another database, or from a newer state of this one."],
            notes
        );
    }

    [Fact]
    public async Task OlderCopyOfTheDatabase_IsNoticed_EvenAfterMoreWasWritten()
    {
        await RunAsync(run => run.PutAsync(Some.Article("a", "Drones fly.")));
        File.Copy(folder["articles.litedb"], folder["copy.litedb"]);
        await RunAsync(run => run.PutAsync(Some.Article("b", "Drones fall."), Some.Article("c", "Drones burn.")));
        File.Copy(folder["copy.litedb"], folder["articles.litedb"], overwrite: true);
        await using (var store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation))
            await store.PutAsync(
                [Some.Article("d", "Drones rise."), Some.Article("e", "Drones dive."), Some.Article("f", "Drones turn.")],
                null,
                Cancellation
            );

        await RunAsync(async run =>
        {
            Assert.Equal(["Drones dive.", "Drones fly.", "Drones rise.", "Drones turn."], await run.SearchAsync("drones"));
            await run.AssertSoundAsync();
        });
        Assert.Single(notes);
    }

    [Fact]
    public async Task DamagedIndex_IsRebuilt_AndKept()
    {
        await RunAsync(run => run.PutAsync(Some.Article("a", "Drones fly.")));
        var segment = Assert.Single(Directory.GetFiles(folder["index"], "*.segment"));
        var bytes = await File.ReadAllBytesAsync(segment, Cancellation);
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(segment, bytes, Cancellation);

        await RunAsync(async run =>
        {
            Assert.Contains(segment, run.Index.Damage, StringComparison.Ordinal);
            Assert.Equal(["Drones fly."], await run.SearchAsync("drones"));
            await run.AssertSoundAsync();
        });
        await RunAsync(run =>
        {
            Assert.Equal((null, 1), (run.Index.Damage, run.Index.DocumentCount));
            Assert.Empty(run.Store.ReadSince);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task SecondArchiveOfOneFolder_CatchesUpInMemory_AndKeepsItWhenTheFirstHasEnded()
    {
        var first = await Running.StartAsync(folder, notes, 1);
        await first.PutAsync(Some.Article("a", "Drones fly."));
        var second = await Running.StartAsync(folder, notes, 1);
        await first.PutAsync(Some.Article("b", "Drones fall."));

        Assert.Equal((true, false), (first.Index.IsKept, second.Index.IsKept));
        Assert.Equal(["Drones fall.", "Drones fly."], await second.SearchAsync("drones"));
        await first.EndAsync();
        await second.PutAsync(Some.Article("c", "Drones rest."));
        Assert.True(second.Index.IsKept);
        await second.EndAsync();

        await RunAsync(async run =>
        {
            Assert.Empty(run.Store.ReadSince);
            Assert.Equal(["Drones fall.", "Drones fly.", "Drones rest."], await run.SearchAsync("drones"));
            await run.AssertSoundAsync();
        });
    }

    private async Task RunAsync(Func<Running, Task> work, int articlesPerCommit = 500)
    {
        var run = await Running.StartAsync(folder, notes, articlesPerCommit);
        await work(run);
        await run.EndAsync();
    }

    /// <summary>A start of the program, up to its end.</summary>
    private sealed class Running
    {
        public required InterveningStore Store { get; init; }

        public required StoredPassageIndex Index { get; init; }

        public required ArticleArchive Archive { get; init; }

        public static async Task<Running> StartAsync(TemporaryFolder folder, List<string> notes, int articlesPerCommit)
        {
            var store = new InterveningStore(await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation));
            var index = StoredPassageIndex.Open(folder["index"]);
            return new Running
            {
                Store = store,
                Index = index,
                Archive = await ArticleArchive.OpenAsync(store, index, notes.Add, articlesPerCommit, Cancellation),
            };
        }

        public async Task PutAsync(params Article[] articles)
        {
            await Store.PutAsync(articles, null, Cancellation);
            await Archive.RefreshAsync(Cancellation);
        }

        public async Task<IEnumerable<string>> SearchAsync(string text) =>
            (await Archive.SearchAsync(new PassageQuery { Text = text, Top = 50 }, Cancellation))
                .Select(passage => passage.Text)
                .Order(StringComparer.Ordinal);

        public async Task AssertSoundAsync() => Assert.Empty((await Archive.CheckAsync(Cancellation)).Problems);

        public async Task EndAsync()
        {
            await Archive.DisposeAsync();
            Index.Dispose();
        }
    }
}
