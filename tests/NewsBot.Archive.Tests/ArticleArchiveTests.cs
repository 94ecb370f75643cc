using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Tests.Indexing;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests;

public sealed class ArticleArchiveTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly InMemoryPassageIndex index = new();
    private InterveningStore store = null!;
    private LiteDbArticleStore otherProcess = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new InterveningStore(await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation));
        otherProcess = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await otherProcess.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task OpenedArchive_FindsWhatTheStoreHas()
    {
        await PutAsync(Some.Article("a", "Zebras walk.\n\nDrones fly."));

        var archive = await OpenAsync();

        var found = Assert.Single(await SearchAsync(archive, "drones"));
        Assert.Equal("Zebras walk.\n\nDrones fly.", found.Text);
        Assert.Equal(["Zebras walk.", "Drones fly."], found.Paragraphs().Select(paragraph => paragraph.Text));
        Assert.Equal("a", found.Article.Article.Source);
        Assert.True(found.Score > 0);
    }

    [Fact]
    public async Task ArticlePutByAnotherProcess_IsFoundAtOnce()
    {
        var archive = await OpenAsync();

        await PutAsync(Some.Article("a", "Drones fly."));

        Assert.Single(await SearchAsync(archive, "drones"));
    }

    [Fact]
    public async Task ArticleRemovedByAnotherProcess_IsGoneAtOnce()
    {
        await PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall."));
        var archive = await OpenAsync();
        Assert.Equal(2, (await SearchAsync(archive, "drones")).Count);

        await otherProcess.RemoveAsync(["a"], Cancellation);

        Assert.Equal("b", Assert.Single(await SearchAsync(archive, "drones")).Article.Article.Source);
    }

    [Fact]
    public async Task ReplacedArticle_IsFoundInItsNewWords()
    {
        await PutAsync(Some.Article("a", "Drones fly."));
        var archive = await OpenAsync();
        Assert.Single(await SearchAsync(archive, "drones"));

        await PutAsync(Some.Article("a", "Zebras walk."));

        Assert.Empty(await SearchAsync(archive, "drones"));
        Assert.Equal("Zebras walk.", Assert.Single(await SearchAsync(archive, "zebras")).Text);
    }

    [Fact]
    public async Task ArticleRemovedAndPutAgain_IsFoundOnce()
    {
        await PutAsync(Some.Article("a", "Drones fly."));
        var archive = await OpenAsync();

        await otherProcess.RemoveAsync(["a"], Cancellation);
        await PutAsync(Some.Article("a", "Drones fly."));

        Assert.Single(await SearchAsync(archive, "drones"));
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task ArticleReplacedDuringASearch_IsNeverShownWithItsOldPassage()
    {
        await PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall."));
        var archive = await OpenAsync();
        store.BeforeGet = Once(() => PutAsync(Some.Article("a", "Zebras walk.\n\nThe drones stay.")));

        var found = await SearchAsync(archive, "drones");

        Assert.Equal(["Drones fall.", "Zebras walk.\n\nThe drones stay."], found.Select(passage => passage.Text).Order());
    }

    [Fact]
    public async Task ArticleRemovedDuringASearch_IsNotShown()
    {
        await PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall."));
        var archive = await OpenAsync();
        store.BeforeGet = Once(() => otherProcess.RemoveAsync(["a"], Cancellation));

        Assert.Equal("Drones fall.", Assert.Single(await SearchAsync(archive, "drones")).Text);
    }

    [Fact]
    public async Task ArticleThatChangesAtEveryFetch_IsShownInOneOfItsVersions()
    {
        await PutAsync(Some.Article("a", "Drones fly."), Some.Article("b", "Drones fall."));
        var archive = await OpenAsync();
        var version = 0;
        store.BeforeGet = () => PutAsync(Some.Article("a", $"Drones fly {version++} times."));

        var found = await SearchAsync(archive, "drones");

        Assert.Equal(["Drones fall.", "Drones fly 0 times."], found.Select(passage => passage.Text).Order());
    }

    [Fact]
    public async Task Find_GivesTheArticleWithItsPassages()
    {
        await PutAsync(Some.Article("a", "Zebras walk.\n\nDrones fly."));
        var archive = await OpenAsync();

        var article = await archive.FindAsync("a", Cancellation);

        Assert.Equal(["Zebras walk.", "Drones fly."], article!.Passages.Select(passage => passage.Range.In(article.Article.Text)));
        Assert.Null(await archive.FindAsync("b", Cancellation));
    }

    [Fact]
    public async Task Find_AfterAReplacement_GivesTheNewArticle()
    {
        await PutAsync(Some.Article("a", "Drones fly."));
        var archive = await OpenAsync();
        await archive.FindAsync("a", Cancellation);

        await PutAsync(Some.Article("a", "Zebras walk."));

        Assert.Equal("Zebras walk.", (await archive.FindAsync("a", Cancellation))?.Article.Text);
    }

    [Fact]
    public async Task Ingest_MakesArticlesFindable()
    {
        var archive = await OpenAsync();

        var report = await archive.IngestAsync([folder.Write("in/a.txt", "Drones fly.")], null, Cancellation);

        Assert.Equal(1, report.Added);
        Assert.Single(await SearchAsync(archive, "drones"));
        Assert.Equal(1, await archive.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Refresh_BringsTheIndexUpToDate()
    {
        var archive = await OpenAsync();
        await PutAsync(Some.Article());

        await archive.RefreshAsync(Cancellation);

        Assert.Equal(1, index.DocumentCount);
    }

    [Fact]
    public async Task Archive_IsUntouched_UntilAnArticleIsPut()
    {
        var archive = await OpenAsync();
        Assert.True(await archive.IsUntouchedAsync(Cancellation));

        await PutAsync(Some.Article());
        await otherProcess.RemoveAsync(["a.txt"], Cancellation);

        Assert.False(await archive.IsUntouchedAsync(Cancellation));
    }

    [Fact]
    public async Task Check_OfASoundArchive_FindsNothing()
    {
        await PutAsync(Some.Article("a", "One.\n\nTwo."), Some.Article("b"), Some.Article("c"));
        var archive = await OpenAsync();
        await PutAsync(Some.Article("b", "Changed."));
        await otherProcess.RemoveAsync(["c"], Cancellation);

        var report = await archive.CheckAsync(Cancellation);

        Assert.Equal((2, 2), (report.Articles, report.Passages));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Check_FindsAnIndexThatLostADocument()
    {
        await PutAsync(Some.Article("a", "One.\n\nTwo."), Some.Article("b"));
        var archive = await OpenAsync();
        index.Apply([(await store.FindAsync("a", Cancellation))!.Change], []);

        var report = await archive.CheckAsync(Cancellation);

        Assert.Equal(
            [
                "The index contains 1 documents instead of 2: stop the program and delete the folder index in the data directory; the next start rebuilds it.",
                "The index contains 1 passages instead of 2: stop the program and delete the folder index in the data directory; the next start rebuilds it.",
            ],
            report.Problems
        );
    }

    [Fact]
    public async Task Check_FindsAnArticleWithoutText()
    {
        await PutAsync(Some.Article("a"), Some.Article("blank", " "));
        var archive = await OpenAsync();

        Assert.Equal(["blank has no text to quote: ingest it again, or remove it."], (await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task Check_TellsWhatTheStoreFindsOfItself()
    {
        var archive = await OpenAsync();
        store.Damage = ["Page 7 is damaged: restore a backup."];

        Assert.Equal(store.Damage, (await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task Searches_WhileAnotherProcessWrites_NeverShowAPassageThatItsArticleDoesNotHave()
    {
        var archive = await OpenAsync();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await PutAsync(Some.Article($"{i % 7}", $"Drones fly {i}.\n\nThe drones fall {i}."));
                    if (i % 3 == 0)
                        await otherProcess.RemoveAsync([$"{(i + 2) % 7}"], Cancellation);
                }

                await done.CancelAsync();
            },
            Cancellation
        );

        var wrong = new List<string>();
        while (!done.IsCancellationRequested)
        {
            foreach (var found in await SearchAsync(archive, "drones"))
            {
                if (!found.Text.Contains("rones f", StringComparison.Ordinal) || found.Article.Passages.Count != 2)
                    wrong.Add(found.Text);
            }
        }

        await writing;
        Assert.Empty(wrong);
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    private static Func<Task> Once(Func<Task> action)
    {
        var isDone = false;
        return () =>
        {
            if (isDone)
                return Task.CompletedTask;
            isDone = true;
            return action();
        };
    }

    private Task<ArticleArchive> OpenAsync() => ArticleArchive.OpenAsync(store, index, Cancellation);

    private async Task PutAsync(params Article[] articles) => await otherProcess.PutAsync(articles, null, Cancellation);

    private static Task<IReadOnlyList<RetrievedPassage>> SearchAsync(ArticleArchive archive, string text) =>
        archive.SearchAsync(new PassageQuery { Text = text }, Cancellation);
}
