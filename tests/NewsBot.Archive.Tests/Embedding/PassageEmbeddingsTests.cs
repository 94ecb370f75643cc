using NewsBot.Archive.Articles;
using NewsBot.Archive.Embedding;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using NewsBot.Search.Vectors;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Embedding;

public sealed class PassageEmbeddingsTests : IDisposable
{
    // No word of the question is in the article, and no stem.
    private const string Paraphrase = "Physician strike about pay";
    private const string Walkout = "Medics downed tools on Monday over their wages.";

    private readonly TemporaryFolder folder = new();
    private readonly ScriptedEmbedder embedder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Paraphrase_WithoutACommonWord_IsFoundOnlyWithEmbeddings()
    {
        await PutAsync(Some.Article("walkout", Walkout, "Hospitals"), Some.Article("other", "Drones were aimed at the Kremlin.", "Drones"));
        await using var without = await OpenAsync(embedder: null);
        Assert.Empty(await SearchAsync(without.Archive, Paraphrase));

        await using var with = await OpenAsync();
        await with.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        var found = await SearchAsync(with.Archive, Paraphrase);
        Assert.Equal("walkout", found[0].Article.Article.Source);
        Assert.Equal(Walkout, found[0].Text);
        Assert.True(found[0].Score > 0);
    }

    [Fact]
    public async Task WhatWordsFind_StaysFound_AndBothAreFused()
    {
        await PutAsync(
            Some.Article("walkout", Walkout, "Hospitals"),
            Some.Article("words", "The strike of 1926 was a general one.", "History")
        );
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        var found = await SearchAsync(open.Archive, Paraphrase);

        Assert.Equal(2, found.Count);
        Assert.Equal(
            found.OrderByDescending(passage => passage.Score).Select(passage => passage.Text),
            found.Select(passage => passage.Text)
        );
        Assert.Single(await SearchAsync(open.Archive, Paraphrase, top: 1));
    }

    [Fact]
    public async Task NotEmbeddedYet_OrModelDown_WordsFindAlone()
    {
        await PutAsync(Some.Article("walkout", Walkout, "Hospitals"));
        await using var open = await OpenAsync();
        Assert.Single(await SearchAsync(open.Archive, "medics"));
        Assert.Equal(0, embedder.Queries);

        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);
        embedder.IsDown = true;

        Assert.Single(await SearchAsync(open.Archive, "medics"));
        Assert.Empty(await SearchAsync(open.Archive, Paraphrase));
    }

    [Fact]
    public async Task AddedReplacedAndRemoved_AreFollowed()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"));
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        await PutAsync(
            Some.Article("a", "Nothing of the kind happened.", "Correction"),
            Some.Article("b", "A ferry was in flames.", "Sea")
        );
        Assert.Empty(await SearchAsync(open.Archive, Paraphrase));
        await open.Embeddings.CatchUpAsync(_ => { }, Cancellation);
        Assert.DoesNotContain(await SearchAsync(open.Archive, Paraphrase), passage => passage.Text == Walkout);
        Assert.Equal("b", (await SearchAsync(open.Archive, "vessel blaze"))[0].Article.Article.Source);

        await open.Store.RemoveAsync(["b"], Cancellation);
        Assert.DoesNotContain(await SearchAsync(open.Archive, "vessel blaze"), passage => passage.Article.Article.Source == "b");
    }

    [Fact]
    public async Task Restart_PaysForNothingTwice()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"), Some.Article("b", "A ferry was in flames.", "Sea"));
        await using (var before = await OpenAsync())
            await before.Embeddings!.CatchUpAsync(_ => { }, Cancellation);
        Assert.Equal(2, embedder.Embedded.Count);

        await PutAsync(Some.Article("c", "The shipyard opened.", "Work"));
        await using var open = await OpenAsync();
        Assert.Equal("a", (await SearchAsync(open.Archive, Paraphrase))[0].Article.Article.Source);
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(3, embedder.Embedded.Count);
    }

    [Fact]
    public async Task ReplacedArticle_PaysForItsNewPassagesOnly()
    {
        var first = string.Join(' ', Enumerable.Repeat("The first part says this.", 34));
        await PutAsync(Some.Article("a", $"{first}\n\n{Walkout}", "Hospitals"));
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);
        var before = embedder.Embedded.Count;

        await PutAsync(Some.Article("a", $"{first}\n\n{Walkout} They went home.\n\n{first}", "Hospitals"));
        await open.Embeddings.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(before + 1, embedder.Embedded.Count);
        Assert.Equal("a", (await SearchAsync(open.Archive, Paraphrase))[0].Article.Article.Source);
    }

    [Fact]
    public async Task AnotherDatabase_UsesTheVectorsOfEqualTexts_AndBringsNoOthers()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"), Some.Article("b", "A ferry was in flames.", "Sea"));
        await using (var before = await OpenAsync())
            await before.Embeddings!.CatchUpAsync(_ => { }, Cancellation);
        File.Delete(folder["articles.litedb"]);
        await PutAsync(Some.Article("x", "The museum has a new roof.", "Culture"), Some.Article("y", Walkout, "Hospitals"));

        await using var open = await OpenAsync();
        // The vectors there are of the old database, in which the same changes wrote other articles.
        Assert.DoesNotContain(await SearchAsync(open.Archive, Paraphrase), passage => passage.Article.Article.Source == "x");
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(3, embedder.Embedded.Count);
        Assert.Equal("y", (await SearchAsync(open.Archive, Paraphrase))[0].Article.Article.Source);
    }

    [Fact]
    public async Task ModelThatFailsHalfway_IsTakenUpWhereItStopped()
    {
        await PutAsync([
            .. Enumerable.Range(0, 100).Select(i => Some.Article($"{i}", $"Article number {i} is about nothing.", $"Headline {i}")),
        ]);
        embedder.FailsFrom = 3;
        await using (var before = await OpenAsync())
            await Assert.ThrowsAsync<EmbeddingException>(() => before.Embeddings!.CatchUpAsync(_ => { }, Cancellation));
        Assert.Equal(64, embedder.Embedded.Count);

        embedder.FailsFrom = int.MaxValue;
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(100, embedder.Embedded.Count);
        Assert.Equal(100, embedder.Embedded.Distinct().Count());
        Assert.True(open.Embeddings.Progress.IsDone);
    }

    [Fact]
    public async Task TextThatTheModelDoesNotTake_CostsNoneOfTheOthersTheirVector()
    {
        await PutAsync(
            Some.Article("a", Walkout, "Hospitals"),
            Some.Article("b", $"UNREADABLE {new string('x', 600)}", "Noise"),
            Some.Article("c", "A ferry was in flames.", "Sea")
        );
        embedder.Refuses = text => text.Contains("UNREADABLE", StringComparison.Ordinal);
        await using var open = await OpenAsync();

        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);
        var requests = embedder.Requests;
        await open.Embeddings.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(requests, embedder.Requests);
        Assert.Equal("a", (await SearchAsync(open.Archive, Paraphrase))[0].Article.Article.Source);
        Assert.Equal("c", (await SearchAsync(open.Archive, "vessel blaze"))[0].Article.Article.Source);
    }

    [Fact]
    public async Task ModelThatTakesNothing_IsAFailure()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"));
        embedder.Refuses = _ => true;
        await using var open = await OpenAsync();

        await Assert.ThrowsAsync<EmbeddingException>(() => open.Embeddings!.CatchUpAsync(_ => { }, Cancellation));
    }

    [Fact]
    public async Task ModelWithAnotherLength_IsEmbeddedAgain()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"));
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        embedder.Dimension = 100;
        Assert.Empty(await SearchAsync(open.Archive, Paraphrase));
        await PutAsync(Some.Article("b", "A ferry was in flames.", "Sea"));
        await open.Embeddings.CatchUpAsync(_ => { }, Cancellation);

        Assert.Equal(4, embedder.Embedded.Count);
        Assert.Equal("b", (await SearchAsync(open.Archive, "vessel blaze"))[0].Article.Article.Source);
        Assert.Equal("a", (await SearchAsync(open.Archive, "doctors walkout over salaries"))[0].Article.Article.Source);
    }

    [Theory]
    [InlineData("+physician strike pay")]
    [InlineData("physician strike source:b")]
    [InlineData("\"physician strike\"")]
    [InlineData("physician strike before:2023-01-01")]
    public async Task QueryWithOperators_IsOfItsWordsAlone(string query)
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"));
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        Assert.Empty(await SearchAsync(open.Archive, query));
        Assert.Equal(0, embedder.Queries);
    }

    [Fact]
    public async Task AsOf_HidesLaterArticles_AlsoFromMeaning()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals") with { Published = new DateTimeOffset(2023, 5, 3, 0, 0, 0, TimeSpan.Zero) });
        await using var open = await OpenAsync();
        await open.Embeddings!.CatchUpAsync(_ => { }, Cancellation);

        Assert.Empty(await open.Archive.SearchAsync(new PassageQuery { Text = Paraphrase, AsOf = new DateOnly(2023, 5, 2) }, Cancellation));
        Assert.Single(
            await open.Archive.SearchAsync(new PassageQuery { Text = Paraphrase, AsOf = new DateOnly(2023, 5, 3) }, Cancellation)
        );
    }

    [Fact]
    public async Task Background_GoesOnAfterAFailure_AndSaysHowFarItIs()
    {
        await PutAsync(Some.Article("a", Walkout, "Hospitals"));
        embedder.IsDown = true;
        await using var open = await OpenAsync();
        var time = new FakeTime();
        var (failed, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = open.Embeddings!.RunAsync(
            time,
            progress => (progress.Failure is null && progress.IsDone ? done : failed).TrySetResult(),
            stop.Token
        );

        await failed.Task.InTimeAsync();
        Assert.Equal(new EmbeddingProgress(0, 1, "It is down."), open.Embeddings.Progress);
        embedder.IsDown = false;
        await time.TimerOfAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        await done.Task.InTimeAsync();

        Assert.Equal(new EmbeddingProgress(1, 1, null), open.Embeddings.Progress);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private async Task PutAsync(params Article[] articles)
    {
        await using var store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation);
        await store.PutAsync(articles, null, Cancellation);
    }

    private Task<EmbeddedArchive> OpenAsync() => OpenAsync(embedder);

    private async Task<EmbeddedArchive> OpenAsync(ScriptedEmbedder? embedder)
    {
        var store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation);
        var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), Cancellation);
        if (embedder is null)
            return new EmbeddedArchive(archive, store, null, null);
        var vectors = PassageVectors.Open(folder["vectors"], embedder.Model);
        return new EmbeddedArchive(archive, store, archive.EmbedWith(embedder, vectors), vectors);
    }

    private static Task<IReadOnlyList<RetrievedPassage>> SearchAsync(ArticleArchive archive, string text, int top = 10) =>
        archive.SearchAsync(new PassageQuery { Text = text, Top = top }, Cancellation);

    private sealed record EmbeddedArchive(
        ArticleArchive Archive,
        IArticleStore Store,
        PassageEmbeddings? Embeddings,
        PassageVectors? Vectors
    ) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Archive.DisposeAsync();
            Vectors?.Dispose();
        }
    }
}
