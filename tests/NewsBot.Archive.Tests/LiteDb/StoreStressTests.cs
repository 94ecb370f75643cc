using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.LiteDb;

/// <summary>
/// Three readers beside a writer whose writes follow each other on changing threads, which breaks LiteDB 5.0.21 where nothing keeps them
/// apart. For ten minutes: <c>STORE_STRESS_MINUTES=10 dotnet test tests/NewsBot.Archive.Tests -c Release --filter StoreStress</c>
/// </summary>
public sealed class StoreStressTests : IDisposable
{
    // Some 25 MB: more pages than the library's cache keeps, so that it recycles them all the time.
    private const int Articles = 3000;

    // Without a time in the environment.
    private const int Writes = 500;

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly ConcurrentDictionary<int, bool> writingThreads = new();
    private int reads,
        writes;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ThreeReaders_BesideAWriterOnChangingThreads_NeverFail()
    {
        await using var store = await LiteDbArticleStore.OpenAsync(folder["articles.litedb"], Cancellation);
        foreach (var numbers in Enumerable.Range(0, Articles).Chunk(250))
            await store.PutAsync([.. numbers.Select(number => Version(number, 0))], null, Cancellation);
        using var done = new CancellationTokenSource();

        var readers = Enumerable
            .Range(0, 3)
            .Select(reader => Task.Run(() => ReadAsync(store, new Random(reader), done.Token), Cancellation))
            .ToList();
        await Task.Run(() => WriteAsync(store), Cancellation);
        await done.CancelAsync();
        await Task.WhenAll(readers);

        TestContext.Current.SendDiagnosticMessage(
            $"{writes} writes on {writingThreads.Count} threads, {reads} reads, {failures.Count} failures, {store.Repeats} repeats"
        );
        Assert.Empty(failures);
        Assert.Equal(0, store.Repeats);
        Assert.InRange(reads, 3, int.MaxValue);
        Assert.Equal(Articles, await store.CountAsync(Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    private async Task WriteAsync(LiteDbArticleStore store)
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("STORE_STRESS_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var start = TimeProvider.System.GetTimestamp();
        var random = new Random(7);
        while (minutes > 0 ? TimeProvider.System.GetElapsedTime(start).TotalMinutes < minutes : writes < Writes)
        {
            var version = ++writes;
            var changed = Enumerable.Range(0, 6).Select(_ => random.Next(Articles)).Distinct().ToList();
            await TryAsync(async () =>
            {
                if (version % 5 == 0)
                    await store.RemoveAsync([.. changed.Select(Source)], Cancellation);
                await store.PutAsync([.. changed.Select(number => Version(number, version))], null, Cancellation);
            });
            writingThreads.TryAdd(Environment.CurrentManagedThreadId, true);
        }
    }

    private async Task ReadAsync(LiteDbArticleStore store, Random random, CancellationToken done)
    {
        var change = 0L;
        while (!done.IsCancellationRequested)
        {
            Interlocked.Increment(ref reads);
            await TryAsync(async () =>
            {
                var number = random.Next(Articles);
                if (await store.FindAsync(Source(number), Cancellation) is not { } found)
                    return;
                AssertWhole(found.Article, number);
                foreach (var stored in (await store.GetAsync([found.Id, random.Next(1, Articles)], Cancellation)).Values)
                    AssertWhole(stored.Article, int.Parse(stored.Article.Source.Split('@')[0], CultureInfo.InvariantCulture));
                await store.HistoryAsync(found.Change, Cancellation);
            });

            // As an index that catches up.
            await TryAsync(async () =>
            {
                await foreach (var item in store.ChangesSinceAsync(change, Cancellation))
                {
                    change = item.Change;
                    if (item.Article is { } article)
                        AssertWhole(article, int.Parse(article.Source.Split('@')[0], CultureInfo.InvariantCulture));
                    if (random.Next(400) == 0)
                        break;
                }

                if (random.Next(20) == 0)
                    change = 0;
            });
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Enqueue(failure.ToString());
        }
    }

    private static void AssertWhole(Article article, int number) =>
        Assert.Equal(
            Version(number, int.Parse(article.Headline, CultureInfo.InvariantCulture)),
            article with
            {
                Source = article.Source.Split('@')[0],
            }
        );

    private static string Source(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Article Version(int number, int version) =>
        Some.Article(
            Source(number),
            string.Concat(Enumerable.Repeat($"Version {version} of article {number} was written here. ", 40 + ((number + version) % 300))),
            $"{version}"
        );
}
