using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.States;

/// <summary>The change since which readers see an article in its present content: whoever tells news goes by it.</summary>
public sealed class ShownChangeTests : IAsyncDisposable
{
    private const string Url = "https://outlet.test/news/mayor";

    private readonly TemporaryFolder folder = new();
    private readonly FakeTime time = new();
    private LiteDbArticleStore? store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewArticle_IsShownSinceItsChange()
    {
        var before = await PutAsync(Some.Article("a"));

        Assert.Equal(["a"], await ShownAfterAsync(before - 1));
        Assert.Empty(await ShownAfterAsync(before));
    }

    [Fact]
    public async Task OtherText_IsShownSinceItCame()
    {
        var before = await PutAsync(Some.Article("a"));

        await PutAsync(Some.Article("a", "Other."));

        Assert.Equal(["a"], await ShownAfterAsync(before));
    }

    [Fact]
    public async Task OtherAuthor_ShowsReadersNothingNew()
    {
        var before = await PutAsync(Some.Article("a"));

        var after = await PutAsync(Some.Article("a") with { Author = "Someone else" });

        Assert.NotEqual(before, after);
        Assert.Empty(await ShownAfterAsync(before));
    }

    [Fact]
    public async Task EmbargoedCorrection_IsShownOnItsLift_AndNeverBringsBackTheVersionBefore()
    {
        var before = await PutAsync(Some.Article("v1") with { Url = Url });
        var held = await PutAsync(
            Some.Article("v2") with
            {
                Url = Url,
                EmbargoedUntil = time.GetUtcNow().AddHours(1),
                State = ArticleState.Corrected,
            }
        );

        Assert.Empty(await ShownAfterAsync(before));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["v2"], await ShownAfterAsync(held));
    }

    [Fact]
    public async Task Restored_IsShownAgain()
    {
        await PutAsync(Some.Article("a"));
        await store!.RuleAsync(new Ruling("a", true, time.GetUtcNow(), "ed", null), Cancellation);
        var killed = await store.LastChangeAsync(Cancellation);

        await store.RuleAsync(new Ruling("a", false, time.GetUtcNow(), "ed", null), Cancellation);

        Assert.Equal(["a"], await ShownAfterAsync(killed));
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        folder.Dispose();
    }

    private async Task<long> PutAsync(params Article[] articles)
    {
        store ??= await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], time, Cancellation);
        await store.PutAsync(articles, null, Cancellation);
        return await store.LastChangeAsync(Cancellation);
    }

    // In a new archive each time: what a restart would show.
    private async Task<IEnumerable<string>> ShownAfterAsync(long change)
    {
        await store!.DisposeAsync();
        store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], time, Cancellation);
        await using var archive = await ArticleArchive.OpenAsync(
            await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], time, Cancellation),
            new InMemoryPassageIndex(),
            Cancellation
        );
        var catalogue = await archive.CatalogueAsync(Cancellation);
        return catalogue.ShownAfter(change).Select(article => article.Source);
    }
}
