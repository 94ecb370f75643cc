using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>
/// Tests the change since which readers see an article in its present content: whoever tells news goes by it. Derive from it the tests of
/// an implementation.
/// </summary>
public abstract class ShownChangeContract : IAsyncDisposable
{
    private const string Url = "https://outlet.test/news/mayor";

    private readonly FakeTime time = new();
    private IArticleStore? store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of this test: empty at first, and the same one each time it is opened.</summary>
    protected abstract Task<IArticleStore> OpenAsync(TimeProvider clock);

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

    public virtual async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<long> PutAsync(params Article[] articles)
    {
        store ??= await OpenAsync(time);
        await store.PutAsync(articles, null, Cancellation);
        return await store.LastChangeAsync(Cancellation);
    }

    // In a new archive each time: what a restart would show.
    private async Task<IEnumerable<string>> ShownAfterAsync(long change)
    {
        await store!.DisposeAsync();
        store = await OpenAsync(time);
        await using var archive = await ArticleArchive.OpenAsync(await OpenAsync(time), new InMemoryPassageIndex(), Cancellation);
        var catalogue = await archive.CatalogueAsync(Cancellation);
        return catalogue.ShownAfter(change).Select(article => article.Source);
    }
}
