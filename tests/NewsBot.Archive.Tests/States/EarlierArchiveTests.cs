using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.States;

public sealed class EarlierArchiveTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTime time = new();
    private LiteDbArticleStore? store;
    private ArticleArchive? archive;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ArchiveOfAnEarlierProgram_OpensWithItsWordsRead()
    {
        await PutAsync(
            Some.Article("story", headline: "Mayor Jones has died"),
            Some.Article("kill", "He is alive.", "KILL: Mayor Jones has died"),
            Some.Article("held", "EMBARGOED UNTIL 10:00 GMT, 2 December 2026\n\nDrones were aimed at the Kremlin."),
            Some.Article("plain")
        );
        await archive!.DisposeAsync();
        archive = null;
        using (var database = new LiteDatabase(folder["a.litedb"]))
        {
            foreach (var collection in new[] { "name", "held", "ruling", "superseded" })
                database.DropCollection(collection);
            var state = database.GetCollection("archive").FindById(1);
            state["schema"] = 1;
            state.Remove("nextTurn");
            database.GetCollection("archive").Update(state);
        }

        await PutAsync();

        Assert.Equal("plain", await FoundAsync());
        Assert.Equal(1, await archive!.CountAsync(Cancellation));
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task ArchiveThatDidNotListSupersededVersions_AnswersForAnEarlierDay()
    {
        var story = Some.Article("story", "Drones were aimed at the Kremlin.") with
        {
            ItemId = "1",
            Published = time.GetUtcNow().AddDays(-3),
        };
        await PutAsync(
            story,
            story with
            {
                Source = "update",
                Text = "Rockets were aimed at the Kremlin.",
                Published = time.GetUtcNow().AddDays(-1),
            }
        );
        await archive!.DisposeAsync();
        archive = null;
        using (var database = new LiteDatabase(folder["a.litedb"]))
        {
            database.DropCollection("superseded");
            var state = database.GetCollection("archive").FindById(1);
            state["schema"] = 2;
            database.GetCollection("archive").Update(state);
        }

        await PutAsync();
        var found = await archive!.SearchAsync(
            Query with
            {
                AsOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-2),
            },
            Cancellation
        );

        Assert.Equal("story", Assert.Single(found).Article.Article.Source);
        Assert.Equal("update", await FoundAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (archive is not null)
            await archive.DisposeAsync();
        folder.Dispose();
    }

    private static PassageQuery Query => new() { Text = "drones at the Kremlin" };

    private async Task PutAsync(params Article[] articles)
    {
        if (archive is null)
        {
            store = await LiteDbArticleStore.OpenAsync(folder["a.litedb"], time, Cancellation);
            archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), Cancellation);
        }

        await store!.PutAsync(articles, null, Cancellation);
    }

    private async Task<string> FoundAsync() =>
        string.Join(
            ' ',
            (await archive!.SearchAsync(Query, Cancellation)).Select(hit => hit.Article.Article.Source).Order(StringComparer.Ordinal)
        );
}
