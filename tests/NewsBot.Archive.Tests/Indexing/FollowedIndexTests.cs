using NewsBot.Archive.Articles;
using NewsBot.Archive.Indexing;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Indexing;

/// <summary>An archive whose index is kept up to date in the background, as in the host.</summary>
public sealed class FollowedIndexTests : IAsyncLifetime
{
    private const int Many = 3 * IndexUpdater.StepChanges;

    private readonly TemporaryFolder folder = new();
    private readonly FakeTime time = new();
    private readonly CancellationTokenSource stop = new();
    private readonly InMemoryPassageIndex index = new();
    private LiteDbArticleStore store = null!;
    private ArticleArchive archive = null!;
    private Task following = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], time, Cancellation);
        await PutAsync(
            Some.Article("old", "Drones fly."),
            Some.Article("killed", "Drones fall."),
            Some.Article("replaced", "Drones land.")
        );
        archive = await ArticleArchive.OpenAsync(store, index, Cancellation);
        following = archive.FollowAsync(stop.Token);
        await time.TimerOfAsync(IndexUpdater.LooksEvery);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await archive.DisposeAsync();
        stop.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Search_AfterALargeIngest_UsesTheIndexAsItIs_AndTheIndexFollows()
    {
        await PutAsync([.. Enumerable.Range(0, Many).Select(number => Some.Article($"new {number}", "Zebras walk."))]);

        Assert.Equal(Many, await archive.BehindAsync(Cancellation));
        Assert.Empty(await SearchAsync("zebras"));
        Assert.Equal(3, (await SearchAsync("drones")).Count);
        Assert.Equal(3, index.DocumentCount);
        Assert.Equal((Many, TimeSpan.Zero), (archive.Lag.Changes, archive.Lag.Age));

        await LookAsync();

        Assert.Equal(0, await archive.BehindAsync(Cancellation));
        Assert.NotEmpty(await SearchAsync("zebras"));
        Assert.Equal(Many + 3, index.DocumentCount);
    }

    [Fact]
    public async Task Lag_GrowsOlderUntilTheIndexHasCaughtUp_AndBeginsAgain()
    {
        var first = archive.Lag;
        await PutAsync([.. Enumerable.Range(0, Many).Select(number => Some.Article($"new {number}", "Zebras walk."))]);
        await archive.BehindAsync(Cancellation);
        time.Advance(IndexUpdater.LooksEvery / 4);
        var second = archive.Lag;
        await LookAsync();
        var third = archive.Lag;
        await PutAsync([.. Enumerable.Range(0, Many).Select(number => Some.Article($"newer {number}", "Zebras run."))]);
        await archive.BehindAsync(Cancellation);
        var fourth = archive.Lag;

        Assert.Equal(new IndexLag(0, TimeSpan.Zero, 3), first);
        Assert.Equal((Many, IndexUpdater.LooksEvery / 4), (second.Changes, second.Age));
        Assert.Equal((0, TimeSpan.Zero), (third.Changes, third.Age));
        Assert.Equal((Many, TimeSpan.Zero), (fourth.Changes, fourth.Age));
    }

    [Fact]
    public async Task Search_AfterASmallIngest_FindsItAtOnce()
    {
        await PutAsync([.. Enumerable.Range(0, IndexUpdater.StepChanges).Select(number => Some.Article($"new {number}", "Zebras walk."))]);

        Assert.NotEmpty(await SearchAsync("zebras"));
        Assert.Equal(0, await archive.BehindAsync(Cancellation));
    }

    [Fact]
    public async Task Search_AfterAFewLongArticles_WaitsForOneStepOnly()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("Zebras walk.", 80_000));
        await PutAsync(Some.Article("long 1", text), Some.Article("long 2", text), Some.Article("long 3", text));

        Assert.Equal(2, await archive.BehindAsync(Cancellation));
        Assert.Equal(4, index.DocumentCount);
    }

    [Fact]
    public async Task WithdrawnAndReplacedArticles_AreGoneAtOnce_WhileTheIndexIsBehind()
    {
        // Read once, so that they are in memory.
        Assert.Equal(3, (await SearchAsync("drones")).Count);
        await archive.RuleAsync(new Ruling("killed", true, time.GetUtcNow(), "desk", null), Cancellation);
        await PutAsync([
            Some.Article("replaced", "Zebras land."),
            .. Enumerable.Range(0, Many).Select(number => Some.Article($"new {number}", "Zebras walk.")),
        ]);

        Assert.NotEqual(0, await archive.BehindAsync(Cancellation));
        Assert.Equal("old", Assert.Single(await SearchAsync("drones")).Article.Article.Source);
    }

    [Fact]
    public async Task RemovedArticles_DoNotLeaveTheIndexBehind()
    {
        await store.RemoveAsync(["old", "killed", "replaced"], Cancellation);
        await PutAsync([.. Enumerable.Range(0, Many).Select(number => Some.Article($"new {number}", "Zebras walk."))]);
        await store.RemoveAsync([.. Enumerable.Range(0, Many).Select(number => $"new {number}")], Cancellation);

        await LookAsync();

        Assert.Equal(0, await archive.BehindAsync(Cancellation));
        Assert.Equal(0, index.DocumentCount);
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task Refresh_BringsEverythingIn()
    {
        await PutAsync([.. Enumerable.Range(0, Many).Select(number => Some.Article($"new {number}", "Zebras walk."))]);

        await archive.RefreshAsync(Cancellation);

        Assert.Equal(Many + 3, index.DocumentCount);
    }

    /// <summary>Lets the follower look at the store, and waits until it has applied what it found.</summary>
    private async Task LookAsync()
    {
        time.Advance(IndexUpdater.LooksEvery);
        await time.TimerOfAsync(IndexUpdater.LooksEvery);
    }

    private async Task PutAsync(params Article[] articles) => await store.PutAsync(articles, null, Cancellation);

    private async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(string text) =>
        await archive.SearchAsync(new PassageQuery { Text = text }, Cancellation);
}
