using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>Tests the behaviour required of every <see cref="IArticleStore"/>. Derive from it the tests of an implementation.</summary>
public abstract class ArticleStoreContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of this test: empty at first, and the same one each time it is opened.</summary>
    protected abstract Task<IArticleStore> OpenAsync();

    [Fact]
    public async Task NewStore_IsEmpty()
    {
        await using var store = await OpenAsync();

        Assert.Equal(0, await store.LastChangeAsync(Cancellation));
        Assert.Equal(0, await store.CountAsync(Cancellation));
        Assert.Null(await store.FindAsync("a.txt", Cancellation));
        Assert.Empty(await ChangesAsync(store, 0));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Article_IsKeptUnchanged()
    {
        var article = new Article
        {
            Source = "Ordner/ä b.txt",
            Headline = "“Smoke” — ⚡️",
            Text = " One.\r\n\u00a0\tTwo 👩‍👩‍👧‍👦.\n\ufeff\u200b'; DROP TABLE article; --\ufffd ",
            Published = new DateTimeOffset(2023, 5, 3, 10, 0, 0, 123, TimeSpan.Zero),
            Author = "A",
            Outlet = "O",
            Url = "https://a/b?c=d",
            Section = "",
            Language = "en-GB",
        };
        await using var store = await OpenAsync();

        await store.PutAsync([article], null, Cancellation);

        Assert.Equal(article, (await store.FindAsync(article.Source, Cancellation))?.Article);
    }

    [Fact]
    public async Task Article_WithoutOptionalFields_IsKept()
    {
        await using var store = await OpenAsync();

        await store.PutAsync([Some.Article()], null, Cancellation);

        Assert.Equal(Some.Article(), (await store.FindAsync("a.txt", Cancellation))?.Article);
    }

    [Fact]
    public async Task Sources_AreComparedOrdinally()
    {
        await using var store = await OpenAsync();
        string[] sources = ["a", "A", "a ", "ä", "a\u0308"];

        await store.PutAsync([.. sources.Select(source => Some.Article(source))], null, Cancellation);

        Assert.Equal(5, await store.CountAsync(Cancellation));
        foreach (var source in sources)
            Assert.Equal($"Headline of {source}", (await store.FindAsync(source, Cancellation))?.Article.Headline);
    }

    [Fact]
    public async Task Put_TellsWhatItDid()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], null, Cancellation);

        var outcomes = await store.PutAsync([Some.Article("a"), Some.Article("b", "Other."), Some.Article("c")], null, Cancellation);

        Assert.Equal([PutOutcome.Unchanged, PutOutcome.Replaced, PutOutcome.Added], outcomes);
    }

    [Theory]
    [InlineData("headline")]
    [InlineData("published")]
    [InlineData("author")]
    [InlineData("outlet")]
    [InlineData("url")]
    [InlineData("section")]
    [InlineData("language")]
    public async Task Article_WithOneFieldChanged_IsReplaced(string field)
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article()], null, Cancellation);
        var changed = field switch
        {
            "headline" => Some.Article() with { Headline = "x" },
            "published" => Some.Article() with { Published = DateTimeOffset.UnixEpoch },
            "author" => Some.Article() with { Author = "x" },
            "outlet" => Some.Article() with { Outlet = "x" },
            "url" => Some.Article() with { Url = "x" },
            "section" => Some.Article() with { Section = "x" },
            _ => Some.Article() with { Language = "x" },
        };

        Assert.Equal([PutOutcome.Replaced], await store.PutAsync([changed], null, Cancellation));
        Assert.Equal(changed, (await store.FindAsync("a.txt", Cancellation))?.Article);
    }

    [Fact]
    public async Task Put_OfTheSameArticles_ChangesNothing()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], "folder", Cancellation);
        var before = await store.LastChangeAsync(Cancellation);

        await store.PutAsync([Some.Article("b"), Some.Article("a")], "folder", Cancellation);

        Assert.Equal(before, await store.LastChangeAsync(Cancellation));
        Assert.Empty(await ChangesAsync(store, before));
    }

    [Fact]
    public async Task Replacing_KeepsTheId_AndChangesTheNumber()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article()], null, Cancellation);
        var before = await store.FindAsync("a.txt", Cancellation);

        await store.PutAsync([Some.Article(text: "Other.")], null, Cancellation);

        var after = await store.FindAsync("a.txt", Cancellation);
        Assert.Equal(before!.Id, after!.Id);
        Assert.True(after.Change > before.Change);
        Assert.Equal(after.Change, await store.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task Removing_TakesTheArticleAway_AndCountsTheKnownOnes()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b"), Some.Article("c")], "folder", Cancellation);
        var id = (await store.FindAsync("a", Cancellation))!.Id;

        Assert.Equal(2, await store.RemoveAsync(["a", "b", "never"], Cancellation));

        Assert.Null(await store.FindAsync("a", Cancellation));
        Assert.Empty(await store.GetAsync([id], Cancellation));
        Assert.Equal(1, await store.CountAsync(Cancellation));
        Assert.Equal(["c"], await store.SourcesOfFolderAsync("folder", Cancellation));
    }

    [Fact]
    public async Task Removing_OfTheUnknown_ChangesNothing()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a")], null, Cancellation);
        var before = await store.LastChangeAsync(Cancellation);

        Assert.Equal(0, await store.RemoveAsync(["never"], Cancellation));

        Assert.Equal(before, await store.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task Id_IsNeverGivenTwice()
    {
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            // Reopened each time: a restart does not lose an id either.
            await using var store = await OpenAsync();
            await store.PutAsync([Some.Article()], null, Cancellation);
            ids.Add((await store.FindAsync("a.txt", Cancellation))!.Id);
            await store.RemoveAsync(["a.txt"], Cancellation);
        }

        Assert.Equal(ids.Order().Distinct(), ids);
    }

    [Fact]
    public async Task Get_LeavesOutWhatIsNotThere()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], null, Cancellation);
        var a = await store.FindAsync("a", Cancellation);
        var b = await store.FindAsync("b", Cancellation);

        var found = await store.GetAsync([b!.Id, a!.Id, a.Id, 987_654_321], Cancellation);

        Assert.Equal(new Dictionary<long, StoredArticle> { [a.Id] = a, [b.Id] = b }, found);
    }

    [Fact]
    public async Task Changes_AreTheLatestStateOfEachArticle_InOrder()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b"), Some.Article("c")], null, Cancellation);
        var start = await store.LastChangeAsync(Cancellation);
        var c = (await store.FindAsync("c", Cancellation))!.Id;
        await store.PutAsync([Some.Article("a", "Second.")], null, Cancellation);
        await store.RemoveAsync(["c"], Cancellation);
        await store.PutAsync([Some.Article("a", "Third."), Some.Article("d")], null, Cancellation);

        var all = await ChangesAsync(store, start);
        var changes = all.Where(change => change.Article?.Source.Contains("@v", StringComparison.Ordinal) != true).ToList();

        Assert.Equal(["a@v1", "a@v2"], all.Except(changes).Select(change => change.Article?.Source));
        Assert.Equal([null, "Third.", Some.Article("d").Text], changes.Select(change => change.Article?.Text));
        Assert.Equal(c, changes[0].Id);
        Assert.Equal(changes.Select(change => change.Change).Order().Distinct(), changes.Select(change => change.Change));
        Assert.Equal(await store.LastChangeAsync(Cancellation), changes[^1].Change);
        Assert.Empty(await ChangesAsync(store, changes[^1].Change));
    }

    [Fact]
    public async Task ArticleThatWasAddedAndRemovedMeanwhile_IsReportedAsRemovedOrNotAtAll()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article("a")], null, Cancellation);
        await store.RemoveAsync(["a"], Cancellation);

        Assert.All(await ChangesAsync(store, 0), change => Assert.Null(change.Article));
    }

    [Fact]
    public async Task Changes_OfAThousandArticles_AreAllThere()
    {
        await using var store = await OpenAsync();
        var sources = Enumerable.Range(0, 1300).Select(i => $"{i:0000}").ToArray();
        await store.PutAsync([.. sources.Select(source => Some.Article(source))], null, Cancellation);
        await store.RemoveAsync([.. sources.Where((_, i) => i % 10 == 0)], Cancellation);

        var there = (await ChangesAsync(store, 0)).Where(change => change.Article is not null).Select(change => change.Article!.Source);

        Assert.Equal(sources.Where((_, i) => i % 10 != 0), there);
    }

    [Fact]
    public async Task Folder_KnowsItsSources_InOrdinalOrder()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(
            [Some.Article("b"), Some.Article("\U0001F600"), Some.Article("\ufb01"), Some.Article("B"), Some.Article("a/b")],
            "/x",
            Cancellation
        );
        await store.PutAsync([Some.Article("other")], "/y", Cancellation);
        await store.PutAsync([Some.Article("single")], null, Cancellation);

        Assert.Equal(["B", "a/b", "b", "\U0001F600", "\ufb01"], await store.SourcesOfFolderAsync("/x", Cancellation));
        Assert.Empty(await store.SourcesOfFolderAsync("/z", Cancellation));
    }

    [Fact]
    public async Task Folder_OfAnUnchangedArticle_IsTheOneItWasPutFromLast()
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article()], "/x", Cancellation);
        var before = await store.LastChangeAsync(Cancellation);

        Assert.Equal([PutOutcome.Unchanged], await store.PutAsync([Some.Article()], "/y", Cancellation));

        Assert.Empty(await store.SourcesOfFolderAsync("/x", Cancellation));
        Assert.Equal(["a.txt"], await store.SourcesOfFolderAsync("/y", Cancellation));
        Assert.Equal(before, await store.LastChangeAsync(Cancellation));
    }

    [Theory]
    [InlineData("Drones were aimed at the Kremlin. They were disabled.")]
    [InlineData("Other.")]
    public async Task Folder_IsKept_WhenTheArticleIsPutAsASingleFile(string text)
    {
        await using var store = await OpenAsync();
        await store.PutAsync([Some.Article()], "/x", Cancellation);

        await store.PutAsync([Some.Article(text: text)], null, Cancellation);

        Assert.Equal(["a.txt"], await store.SourcesOfFolderAsync("/x", Cancellation));
    }

    [Fact]
    public async Task Put_ThatIsCancelled_LeavesNoTrace()
    {
        await using var store = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutAsync([Some.Article()], null, cancelled.Token));

        Assert.Equal(0, await store.LastChangeAsync(Cancellation));
        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83D)]
    [InlineData(0xDC00)]
    public async Task Put_OfATextThatNoDatabaseKeeps_Throws_AndLeavesNoTrace(int codeUnit)
    {
        var text = $"before {(char)codeUnit} after";
        await using var store = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync([Some.Article("a"), Some.Article("b", text)], null, Cancellation));

        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Put_OfASourceTwice_Throws()
    {
        await using var store = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync([Some.Article(), Some.Article()], null, Cancellation));
    }

    [Fact]
    public async Task ReopenedStore_HasEverything()
    {
        await using (var store = await OpenAsync())
        {
            await store.PutAsync([Some.Article("a"), Some.Article("b")], "/x", Cancellation);
            await store.RemoveAsync(["b"], Cancellation);
        }

        await using var reopened = await OpenAsync();

        Assert.Equal(3, await reopened.LastChangeAsync(Cancellation));
        Assert.Equal(["a"], await reopened.SourcesOfFolderAsync("/x", Cancellation));
        Assert.Empty(await reopened.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task SecondOpener_SeesEachChangeAtOnce()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();

        await one.PutAsync([Some.Article("a")], null, Cancellation);
        var seen = await two.FindAsync("a", Cancellation);
        await two.RemoveAsync(["a"], Cancellation);

        Assert.NotNull(seen);
        Assert.Null(await one.FindAsync("a", Cancellation));
        Assert.Equal(2, await one.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task Writers_OfOneStoreAndOfTwo_LoseNothing()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(
                        () =>
                            (i % 2 == 0 ? one : two).PutAsync(
                                [Some.Article($"a{i}"), Some.Article("shared", $"Text {i}.")],
                                null,
                                Cancellation
                            ),
                        Cancellation
                    )
                )
        );

        Assert.Equal(41, await one.CountAsync(Cancellation));
        // 40 articles, 40 contents of the shared source, 39 of them kept, 19 of these beyond the limit.
        Assert.Equal(40 + 40 + 39 + 19, await two.LastChangeAsync(Cancellation));
        Assert.Empty(await one.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task Reader_SeesBatchesWhole_WhileAnotherWrites()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        using var done = new CancellationTokenSource();

        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 30; i++)
                    await one.PutAsync([.. Enumerable.Range(0, 10).Select(n => Some.Article($"{i}/{n}"))], null, Cancellation);
                await done.CancelAsync();
            },
            Cancellation
        );
        var counts = new List<int>();
        while (!done.IsCancellationRequested)
            counts.Add(await two.CountAsync(Cancellation));
        await writing;

        Assert.All(counts, count => Assert.Equal(0, count % 10));
    }

    private static async Task<List<ArticleChange>> ChangesAsync(IArticleStore store, long since)
    {
        var changes = new List<ArticleChange>();
        await foreach (var change in store.ChangesSinceAsync(since, Cancellation))
            changes.Add(change);
        return changes;
    }
}
