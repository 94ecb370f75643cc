using System.Net;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Store;
using NewsBot.Archive.Tests.Indexing;
using NewsBot.Arriving;
using NewsBot.Newsroom.State;
using NewsBot.Search.Index;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Arriving;

public sealed class FeedPollTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ScriptedFeedServer server = new();
    private readonly ManualTime time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero), HostTurns.Spacing);
    private InterveningStore store = null!;
    private ArticleArchive archive = null!;
    private StateDatabase state = null!;
    private FeedFetcher fetcher = null!;
    private FeedPoll poll = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        state = StateDatabase.Open(folder["state.db"], [FeedStates.Schema]);
        fetcher = server.NewFetcher(time);
        await OpenAsync("newsbot.litedb");
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await archive.DisposeAsync();
        await state.DisposeAsync();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task NewEntry_IsFoundBySearches_AsSoonAsTheTurnIsOver()
    {
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze over on Sunday.")));

        var turn = await TurnAsync();
        var found = await archive.SearchAsync(new PassageQuery { Text = "harbour" }, Cancellation);

        Assert.Equal((null, 1), (turn.Problem, turn.Report?.Added));
        Assert.Equal("https://news.test/1", Assert.Single(found).Article.Article.Source);
        Assert.Equal(TimeSpan.FromSeconds(300), turn.Wait);
    }

    [Fact]
    public async Task ChangedEntry_IsANewVersion_AndOneThatIsGoneStays()
    {
        Serve(
            Rss(
                Entry("https://news.test/1", "Harbour froze", "The harbour froze."),
                Entry("https://news.test/2", "Fair opened", "The fair opened.")
            )
        );
        await TurnAsync();
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze, and ships are stuck.")));

        var turn = await TurnAsync();

        Assert.Equal((1, 0), (turn.Report!.Replaced, turn.Report.Withdrawn));
        Assert.Equal("The harbour froze, and ships are stuck.", (await FindAsync("https://news.test/1"))?.Text);
        Assert.Equal("The harbour froze.", (await FindAsync("https://news.test/1@v1"))?.Text);
        Assert.NotNull(await FindAsync("https://news.test/2"));
    }

    [Fact]
    public async Task HostThatIsRestarted_AsksConditionally_AndWritesNothingTwice()
    {
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze.")), "ETag: \"a\"");
        await TurnAsync();
        var before = await archive.LastChangeAsync(Cancellation);
        await RestartAsync("newsbot.litedb");
        // This server does not honour the condition.
        var turn = await TurnAsync();

        Assert.Contains("If-None-Match: \"a\"", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), (turn.Report!.Added, turn.Report.Replaced, turn.Report.Unchanged));
        Assert.Equal(before, await archive.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task ArchiveThatWasMadeAnew_IsGivenTheWholeFeedAgain()
    {
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze.")), "ETag: \"a\"");
        await TurnAsync();
        await RestartAsync("another.litedb");

        await TurnAsync();

        Assert.DoesNotContain("If-None-Match", server.Requests[1], StringComparison.Ordinal);
        Assert.NotNull(await FindAsync("https://news.test/1"));
    }

    [Fact]
    public async Task EntryNamedLikeAnArticleOfTheNewsroom_DoesNotReplaceIt()
    {
        await store.PutAsync([Some.Article("a.txt", "Our own report."), Some.Article("12345", "Another feed's.")], null, Cancellation);
        Serve(Rss(Entry("a.txt", "Harbour froze", "The harbour froze."), Entry("12345", "Fair opened", "The fair opened.")));

        await TurnAsync();

        Assert.Equal("Our own report.", (await FindAsync("a.txt"))?.Text);
        Assert.Equal("Another feed's.", (await FindAsync("12345"))?.Text);
        Assert.Equal("The fair opened.", (await FindAsync($"{server.Address()}#12345"))?.Text);
    }

    [Fact]
    public async Task SecretInTheAddress_ShowsInNoSourceAndNoProblem()
    {
        poll = NewPoll(new FeedSettings(server.Address(path: "/feed.xml?key=s3cret"), null, TimeSpan.FromSeconds(300)));
        Serve(Rss(Entry("7", "Harbour froze", "The harbour froze.")));
        var turn = await TurnAsync();
        server.Always(ScriptedFeedServer.Response("500 Oops", ""));
        var failing = await TurnAsync();

        Assert.Equal(1, turn.Report?.Added);
        Assert.NotNull(await FindAsync($"{server.Address()}#7"));
        Assert.Equal($"{server.Address()} answers 500", failing.Problem);
    }

    [Fact]
    public async Task Outlet_IsTheSettings_ButAnEntrysOwnSourceCounts()
    {
        poll = NewPoll(new FeedSettings(server.Address(), "The Example", TimeSpan.FromSeconds(300)));
        Serve(
            Rss(
                Entry("https://news.test/1", "One", "The harbour froze."),
                Entry("https://news.test/2", "Two", "The fair opened.")
                    .Replace("<title>", "<source url=\"https://wire.test\">The Wire</source><title>", StringComparison.Ordinal)
            )
        );

        await TurnAsync();

        Assert.Equal("The Example", (await FindAsync("https://news.test/1"))?.Outlet);
        Assert.Equal("The Wire", (await FindAsync("https://news.test/2"))?.Outlet);
    }

    [Theory]
    [InlineData(
        "<!doctype html><html><body><p>Please sign in to the network of this hotel.</p></body></html>",
        "is not RSS, Atom or a JSON Feed"
    )]
    [InlineData("{\"text\":\"An article, but no feed.\"}", "is not RSS, Atom or a JSON Feed")]
    [InlineData("<rss><channel><item><title>Half", "is not well-formed XML")]
    public async Task WhatIsNoFeed_IsNotIngested_AndAskedForAgainLater(string content, string expected)
    {
        Serve(content, "ETag: \"bad\"");

        var (first, second) = (await TurnAsync(), await TurnAsync());

        Assert.Contains(expected, first.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await archive.CountAsync(Cancellation));
        Assert.DoesNotContain("If-None-Match", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal((300, 600), (first.Wait.TotalSeconds, second.Wait.TotalSeconds));
    }

    [Fact]
    public async Task JsonFeed_IsIngested()
    {
        Serve(
            """{"version":"https://jsonfeed.org/version/1.1","title":"The Example","items":[{"id":"https://news.test/1","content_text":"The harbour froze."}]}"""
        );

        await TurnAsync();

        Assert.Equal("The Example", (await FindAsync("https://news.test/1"))?.Outlet);
    }

    [Fact]
    public async Task ServerThatIsBusy_IsLeftAlone_AlsoAfterARestart()
    {
        server.Always(ScriptedFeedServer.Response("429 Too Many Requests", "", "Retry-After: 5000"));
        var first = await TurnAsync();
        await RestartAsync("newsbot.litedb");

        var second = await TurnAsync();
        time.Advance(TimeSpan.FromSeconds(5000));
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze.")));
        var third = await TurnAsync();

        Assert.Equal(TimeSpan.FromSeconds(5000), first.Wait);
        Assert.Contains("asked for a pause", second.Problem, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal((null, 1), (third.Problem, third.Report?.Added));
    }

    [Fact]
    public async Task FullDisk_LosesNothing_AndTheServerIsNotAskedAgain()
    {
        Serve(Rss(Entry("https://news.test/1", "Harbour froze", "The harbour froze.")));
        store.BeforePut = () => throw new StoreException(StoreFailure.Full, "The disk is full.");
        var full = await TurnAsync();
        store.BeforePut = () => Task.CompletedTask;

        var turn = await TurnAsync();

        Assert.Equal(("The disk is full.", FeedPoll.StoreRetry), (full.Problem, full.Wait));
        Assert.Equal((null, 1), (turn.Problem, turn.Report?.Added));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task EntryWithoutIdAndLink_IsRejected_AndTheRestIngested()
    {
        Serve(
            Rss(
                "<item><title>Nameless</title><description>The harbour froze.</description></item>",
                Entry("https://news.test/1", "One", "The fair opened.")
            )
        );

        var turn = await TurnAsync();

        Assert.Equal((1, 1), (turn.Report!.Added, turn.Report.Rejected));
        Assert.Contains("neither an id nor a link", turn.Report.Rejections[0].Reason, StringComparison.Ordinal);
    }

    private static string Entry(string id, string headline, string text) =>
        $"<item><guid>{id}</guid><title>{headline}</title><description>{WebUtility.HtmlEncode(text)}</description></item>";

    private static string Rss(params string[] entries) =>
        $"<rss version=\"2.0\"><channel><title>Feed</title>{string.Concat(entries)}</channel></rss>";

    private void Serve(string content, params string[] headers) => server.Always(ScriptedFeedServer.Response("200 OK", content, headers));

    private Task<FeedTurn> TurnAsync() => poll.RunOnceAsync(Cancellation).InTimeAsync();

    private async Task<Article?> FindAsync(string source) => (await store.FindAsync(source, Cancellation))?.Article;

    private FeedPoll NewPoll(FeedSettings feed) => new(feed, fetcher, new FeedStates(state), archive, new ReadingOptions(), time, () => 0);

    private async Task OpenAsync(string file)
    {
        store = new InterveningStore(await LiteDbArticleStore.OpenAsync(folder[file], time, Cancellation));
        archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), Cancellation);
        poll = NewPoll(new FeedSettings(server.Address(), null, TimeSpan.FromSeconds(300)));
    }

    private async Task RestartAsync(string file)
    {
        await archive.DisposeAsync();
        await OpenAsync(file);
    }
}
