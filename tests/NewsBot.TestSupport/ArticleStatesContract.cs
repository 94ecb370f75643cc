using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>
/// Tests what every <see cref="IArticleStore"/> does with embargoes, versions and kills, as the archive above it shows them. Derive from it
/// the tests of an implementation.
/// </summary>
public abstract class ArticleStatesContract : IAsyncDisposable
{
    private const string Url = "https://outlet.test/news/mayor";

    private readonly FakeTime time = new();
    private IArticleStore? store;
    private ArticleArchive? archive;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of this test: empty at first, and the same one each time it is opened.</summary>
    protected abstract Task<IArticleStore> OpenAsync(TimeProvider clock);

    private DateTimeOffset Now => time.GetUtcNow();

    [Fact]
    public async Task Embargo_HidesTheArticle_UntilTheClockLiftsIt()
    {
        await PutAsync(Some.Article("a.txt") with { EmbargoedUntil = Now.AddHours(1) });

        Assert.Equal("", await FoundAsync());
        Assert.Null(await archive!.FindAsync("a.txt", Cancellation));
        Assert.Equal(0, await archive.CountAsync(Cancellation));
        Assert.Single(await archive.SearchHeldAsync(Query, ArticleScope.Everything, ArticleStage.Embargoed, Cancellation));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("a.txt", await FoundAsync());
        Assert.NotNull(await archive.FindAsync("a.txt", Cancellation));
        Assert.Equal(1, await archive.CountAsync(Cancellation));
        Assert.Empty(await archive.SearchHeldAsync(Query, ArticleScope.Everything, ArticleStage.Embargoed, Cancellation));
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task EmbargoThatEndsWhileTheArchiveIsClosed_IsLiftedOnOpening()
    {
        await PutAsync(Some.Article("a.txt") with { Published = Now.AddHours(1) });
        Assert.Equal("", await FoundAsync());
        await archive!.DisposeAsync();
        archive = null;

        time.Advance(TimeSpan.FromHours(2));
        await PutAsync();

        Assert.Equal("a.txt", await FoundAsync());
    }

    [Fact]
    public async Task EmbargoedArticle_LeavesNoTraceInTheIndex()
    {
        await PutAsync(Some.Article("a.txt"));
        var before = (await archive!.SearchAsync(Query, Cancellation)).Select(hit => hit.Score).ToList();

        await PutAsync([
            .. Enumerable
                .Range(0, 20)
                .Select(number => Some.Article($"held{number}.txt") with { EmbargoedUntil = Article.HeldUntilReleased }),
        ]);

        Assert.Equal(before, (await archive.SearchAsync(Query, Cancellation)).Select(hit => hit.Score));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task NewerVersion_Answers_WhicheverComesFirst(int first, int second)
    {
        Article[] versions =
        [
            Some.Article("v1") with
            {
                Url = Url,
                Published = Now.AddDays(-2),
            },
            Some.Article("v2") with
            {
                Url = Url,
                Published = Now.AddDays(-1),
                State = ArticleState.Corrected,
            },
        ];

        await PutAsync(versions[first]);
        await PutAsync(versions[second]);

        Assert.Equal("v2", await FoundAsync());
        Assert.Equal([("v1", ArticleStage.Superseded), ("v2", ArticleStage.Current)], await HistoryAsync("v1"));
        Assert.Equal(1, await archive!.CountAsync(Cancellation));
        Assert.NotNull(await archive.FindAsync("v1", Cancellation));
    }

    [Fact]
    public async Task VersionsInOneBatch_AreRelated()
    {
        await PutAsync(
            Some.Article("v2") with
            {
                ItemId = "urn:x",
                Version = 2,
            },
            Some.Article("v3") with
            {
                ItemId = "urn:x",
                Version = 3,
            },
            Some.Article("v1") with
            {
                ItemId = "urn:x",
                Version = 1,
            }
        );

        Assert.Equal("v3", await FoundAsync());
    }

    [Fact]
    public async Task EmbargoedCorrection_SupersedesOnlyOnceItIsLifted()
    {
        await PutAsync(Some.Article("v1") with { Url = Url });
        await PutAsync(Some.Article("v2") with { Url = Url, EmbargoedUntil = Now.AddHours(1), State = ArticleState.Corrected });

        Assert.Equal("v1", await FoundAsync());
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("v2", await FoundAsync());
        Assert.Equal(1, await archive!.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Kill_WithdrawsAllVersions_AlsoWhenItComesFirst(bool killFirst)
    {
        Article[] story =
        [
            Some.Article("v1") with
            {
                Url = Url,
                Published = Now.AddDays(-2),
            },
            Some.Article("v2") with
            {
                Url = Url,
                Published = Now.AddDays(-1),
            },
        ];
        var kill = Some.Article("kill", "Mayor Jones is alive.") with { State = ArticleState.Killed, Replaces = Url };

        if (killFirst)
            await PutAsync(kill);
        await PutAsync(story);
        if (!killFirst)
            await PutAsync(kill);

        Assert.Equal("", await FoundAsync());
        Assert.Equal(0, await archive!.CountAsync(Cancellation));
        Assert.Null(await archive.FindAsync("v2", Cancellation));
        Assert.Contains(
            await archive.SearchHeldAsync(Query, ArticleScope.Everything, ArticleStage.Killed, Cancellation),
            hit => hit.Article.Article.Source == "v2"
        );
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
    }

    [Fact]
    public async Task KillByHeadline_LeavesOtherOutletsAlone()
    {
        await PutAsync(
            Some.Article("ap", headline: "Mayor Jones has died") with
            {
                Outlet = "AP",
            },
            Some.Article("other", headline: "Mayor Jones has died") with
            {
                Outlet = "Other",
            },
            Some.Article("kill", "He is alive.", "KILL: Mayor Jones has died") with
            {
                Outlet = "AP",
                State = ArticleState.Killed,
                Replaces = "Mayor Jones has died",
                IsStateReadFromText = true,
            }
        );

        Assert.Equal("other", await FoundAsync());
    }

    [Fact]
    public async Task KilledItem_StaysKilled_WhenTheKillGoes_AndWhenAStaleCopyComes()
    {
        await PutAsync(Some.Article("v1") with { Url = Url, Published = Now.AddDays(-2) });
        await PutAsync(Some.Article("kill", "No.") with { State = ArticleState.Killed, Replaces = Url });
        await store!.RemoveAsync(["kill"], Cancellation);
        await PutAsync(
            Some.Article("copy") with
            {
                Url = Url,
                Published = Now.AddDays(-3),
            },
            Some.Article("v1", "Drones again.") with
            {
                Url = Url,
            }
        );

        Assert.Equal("", await FoundAsync());
    }

    [Fact]
    public async Task HigherNumberedVersion_IsANewReport()
    {
        await PutAsync(
            Some.Article("v1") with
            {
                ItemId = "i",
                Version = 1,
            },
            Some.Article("kill") with
            {
                ItemId = "i",
                Version = 2,
                State = ArticleState.Killed,
            }
        );
        await PutAsync(Some.Article("v3") with { ItemId = "i", Version = 3 });

        Assert.Equal("v3", await FoundAsync());
    }

    [Fact]
    public async Task Staff_KillAndRestore()
    {
        await PutAsync(Some.Article("v1") with { Url = Url });

        Assert.True(await archive!.RuleAsync(new Ruling("v1", true, Now, "ed", "wrong"), Cancellation));
        Assert.Equal("", await FoundAsync());
        await PutAsync(Some.Article("v2") with { Url = Url, Version = 9 });
        Assert.Equal("", await FoundAsync());
        Assert.True(await archive.RuleAsync(new Ruling("v1", false, Now, "ed", null), Cancellation));
        Assert.Equal("v2", await FoundAsync());
        Assert.Equal([true, false], (await archive.ItemAsync("v2", Cancellation)).Rulings.Select(ruling => ruling.Kills));
        Assert.False(await archive.RuleAsync(new Ruling("later", true, Now, "ed", null), Cancellation));
        await PutAsync(Some.Article("later"));
        Assert.Equal("v2", await FoundAsync());
    }

    [Fact]
    public async Task Restore_ReleasesWhatIsHeld()
    {
        await PutAsync(Some.Article("a.txt") with { EmbargoedUntil = Article.HeldUntilReleased });

        await archive!.RuleAsync(new Ruling("a.txt", false, Now, "ed", null), Cancellation);

        Assert.Equal("a.txt", await FoundAsync());
    }

    [Fact]
    public async Task SameSource_KeepsItsEarlierContents_TheFirstAndTheNewest()
    {
        for (var version = 0; version < 25; version++)
            await PutAsync(Some.Article("a.txt", $"Drones were aimed at the Kremlin, report {version}."));

        var history = await HistoryAsync("a.txt");

        Assert.Equal(21, history.Count);
        Assert.Equal(("a.txt@v1", ArticleStage.Superseded), history[0]);
        Assert.Equal(("a.txt", ArticleStage.Current), history[^1]);
        Assert.Equal("a.txt", await FoundAsync());
        Assert.Equal("Drones were aimed at the Kremlin, report 0.", (await archive!.FindAsync("a.txt@v1", Cancellation))!.Article.Text);
        await store!.RemoveAsync(["a.txt"], Cancellation);
        Assert.Empty(await HistoryAsync("a.txt@v1"));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task SameSource_WithALowerVersion_DoesNotReplace()
    {
        await PutAsync(Some.Article("a.txt", "Drones, corrected.") with { Version = 2 });

        var outcomes = await store!.PutAsync([Some.Article("a.txt", "Drones, first.") with { Version = 1 }], null, Cancellation);

        Assert.Equal([PutOutcome.Older], outcomes);
        Assert.Equal([("a.txt@v1", ArticleStage.Superseded), ("a.txt", ArticleStage.Current)], await HistoryAsync("a.txt"));
    }

    [Fact]
    public async Task RemovedNewerVersion_LetsTheOlderAnswerAgain()
    {
        await PutAsync(
            Some.Article("v1") with
            {
                Url = Url,
                Published = Now.AddDays(-2),
            },
            Some.Article("v2") with
            {
                Url = Url,
                Published = Now.AddDays(-1),
            }
        );

        await store!.RemoveAsync(["v2"], Cancellation);

        Assert.Equal("v1", await FoundAsync());
    }

    [Fact]
    public async Task FrontPageAsUrl_MakesNoVersionsOfEachOther()
    {
        await PutAsync(
            Some.Article("a") with
            {
                Url = "https://outlet.test/",
            },
            Some.Article("b", "Drones flew over the Kremlin at night.") with
            {
                Url = "https://outlet.test/",
            }
        );

        Assert.Equal(2, await archive!.CountAsync(Cancellation));
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (archive is not null)
            await archive.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static PassageQuery Query => new() { Text = "drones at the Kremlin" };

    private async Task PutAsync(params Article[] articles)
    {
        if (archive is null)
        {
            store = await OpenAsync(time);
            archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), Cancellation);
        }

        await store!.PutAsync(articles, null, Cancellation);
    }

    private async Task<string> FoundAsync() =>
        string.Join(
            ' ',
            (await archive!.SearchAsync(Query, Cancellation)).Select(hit => hit.Article.Article.Source).Order(StringComparer.Ordinal)
        );

    private async Task<List<(string Source, ArticleStage Stage)>> HistoryAsync(string source) =>
        [.. (await archive!.ItemAsync(source, Cancellation)).Versions.Select(version => (version.Article.Article.Source, version.Stage))];
}
