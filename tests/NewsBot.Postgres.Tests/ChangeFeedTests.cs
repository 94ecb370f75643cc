using NewsBot.Archive;
using NewsBot.Archive.Store;
using NewsBot.Postgres.Tables;
using NewsBot.Search.Index;
using NewsBot.TestSupport;
using Npgsql;

namespace NewsBot.Postgres.Tests;

public sealed class ChangeFeedTests
{
    private readonly TestDatabase database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reader_WhoFollowsTheNumbers_MissesNothing_WhileManyWrite()
    {
        await using var one = await database.OpenAsync();
        await using var two = await database.OpenAsync();
        await using var reader = await database.OpenAsync();
        var seen = new List<ArticleChange>();

        var writing = WriteAsync();
        while (!writing.IsCompleted)
            await FollowAsync();
        await writing;
        await FollowAsync();

        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), seen.Select(change => change.Change));

        async Task WriteAsync()
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, 50)
                    .Select(i =>
                        Task.Run(
                            () =>
                                (i % 2 == 0 ? one : two).PutAsync(
                                    [.. Enumerable.Range(0, 4).Select(n => Some.Article($"{i}/{n}"))],
                                    null,
                                    Cancellation
                                ),
                            Cancellation
                        )
                    )
            );
        }

        async Task FollowAsync()
        {
            await foreach (var change in reader.ChangesSinceAsync(seen.Count == 0 ? 0 : seen[^1].Change, Cancellation))
                seen.Add(change);
        }
    }

    [Fact]
    public async Task LongArticles_AndRemovalsAmongThem_AreReadInPagesWithoutGaps()
    {
        await using var store = await database.OpenAsync();
        var text = new string('x', 900_000);
        for (var i = 0; i < 6; i++)
        {
            await store.PutAsync([Some.Article($"{i}", text), Some.Article($"gone {i}")], null, Cancellation);
            await store.RemoveAsync([$"gone {i}"], Cancellation);
        }

        var changes = new List<ArticleChange>();
        await foreach (var change in store.ChangesSinceAsync(0, Cancellation))
            changes.Add(change);

        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"{i}"), changes.Select(change => change.Article?.Source).OfType<string>());
        Assert.Equal(6, changes.Count(change => change.Article is null));
        Assert.Equal(changes.Select(change => change.Change).Order(), changes.Select(change => change.Change));
        Assert.Empty(await store.VerifyAsync(Cancellation));
        await using var source = NpgsqlDataSource.Create(await database.ConnectionStringAsync());
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        var page = await ArticlePages.ChangesAsync(connection, 0, long.MaxValue, Cancellation);
        Assert.Equal(["0", "1", "2"], page.Select(change => change.Article?.Source).OfType<string>());
    }

    [Fact]
    public async Task Notice_ComesWithTheChangeOfAnotherHost_AndNotWithoutOne()
    {
        await using var one = await database.OpenAsync();
        await using var two = await SlowAsync(await database.ConnectionStringAsync());
        // The first notice says that listening has begun.
        await two.NextAsync().InTimeAsync();
        var notice = two.NextAsync();

        await one.PutAsync([], null, Cancellation);
        Assert.False(notice.IsCompleted);
        await one.PutAsync([Some.Article()], null, Cancellation);

        await notice.InTimeAsync();
        Assert.Equal(1, await two.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task Index_FollowsAnotherHost_WithoutWaitingForTheClock()
    {
        var time = new FakeTime();
        await using var other = await database.OpenAsync();
        var store = await SlowAsync(await database.ConnectionStringAsync(), time);
        var index = new InMemoryPassageIndex();
        await using var archive = await ArticleArchive.OpenAsync(store, index, Cancellation);
        using var stop = new CancellationTokenSource();
        var following = archive.FollowAsync(stop.Token);

        await other.PutAsync([Some.Article()], null, Cancellation);

        await AppliedAsync().InTimeAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);

        async Task AppliedAsync()
        {
            while (index.DocumentCount == 0)
                await Task.Yield();
        }
    }

    [Fact]
    public async Task Outage_IsReported_AndAfterItEverythingGoesOn()
    {
        await using var server = await PostgresServer.StartAsync();
        var connection = await server.CreateDatabaseAsync();
        await using var store = await SlowAsync(connection);
        await using var other = await SlowAsync(connection);
        await store.PutAsync([Some.Article("a")], null, Cancellation);
        var history = await store.HistoryAsync(1, Cancellation);
        await store.NextAsync().InTimeAsync();
        var missed = store.NextAsync();

        await server.StopAsync();
        var error = await Assert.ThrowsAsync<StoreException>(() => store.CountAsync(Cancellation));
        await Assert.ThrowsAsync<StoreException>(() => store.PutAsync([Some.Article("b")], null, Cancellation));
        await server.RestartAsync();

        Assert.Equal(StoreFailure.Unavailable, error.Failure);
        Assert.Equal([PutOutcome.Added], await other.PutAsync([Some.Article("b")], null, Cancellation));
        await missed.InTimeAsync();
        Assert.Equal(2, await store.LastChangeAsync(Cancellation));
        // A server that was restored from a copy would have been restarted, too: what follows has another name.
        Assert.Equal(history, await store.HistoryAsync(1, Cancellation));
        Assert.NotEqual(history, await store.HistoryAsync(2, Cancellation));
    }

    [Fact]
    public async Task RestoredCopy_HasAnotherHistory_OnceItIsWrittenTo()
    {
        var server = await PostgresServer.SharedAsync();
        var original = await database.ConnectionStringAsync();
        await using var store = await database.OpenAsync();
        await store.PutAsync([Some.Article("a")], null, Cancellation);
        var copy = await server.CreateDatabaseAsync($"TEMPLATE template0");
        var dump = await server.RunAsync("pg_dump", NameOf(original));
        using (var folder = new TemporaryFolder())
            await server.RunAsync("psql", "-v", "ON_ERROR_STOP=1", "-qf", folder.Write("dump.sql", dump), NameOf(copy));
        await using var restored = await SlowAsync(copy);
        await store.PutAsync([Some.Article("b")], null, Cancellation);

        Assert.Equal(1, await restored.CountAsync(Cancellation));
        await restored.PutAsync([Some.Article("c")], null, Cancellation);

        Assert.Equal(await store.HistoryAsync(1, Cancellation), await restored.HistoryAsync(1, Cancellation));
        Assert.NotEqual(await store.HistoryAsync(2, Cancellation), await restored.HistoryAsync(2, Cancellation));
        Assert.Empty(await restored.VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task ArticleThatWasChangedByHand_IsFound()
    {
        var server = await PostgresServer.SharedAsync();
        await using var store = await database.OpenAsync();
        await store.PutAsync([Some.Article("a"), Some.Article("b")], null, Cancellation);

        await server.SqlAsync(
            NameOf(await database.ConnectionStringAsync()),
            "UPDATE newsbot.article SET text = 'Forged.' WHERE source = 'a'; UPDATE newsbot.archive SET count = 7"
        );

        Assert.Collection(
            await store.VerifyAsync(Cancellation),
            problem => Assert.Equal("a differs from what was stored: ingest it again.", problem),
            problem => Assert.Contains("counts 7 articles, but there are 2", problem, StringComparison.Ordinal)
        );
    }

    // One that does not look by itself while a test runs.
    private static Task<PostgresArticleStore> SlowAsync(string connection, TimeProvider? clock = null) =>
        PostgresArticleStore.OpenAsync(
            connection,
            new PostgresStoreOptions { Clock = clock ?? TimeProvider.System, LooksEvery = TimeSpan.FromHours(1) },
            Cancellation
        );

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;
}
