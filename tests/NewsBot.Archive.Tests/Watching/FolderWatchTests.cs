using System.Diagnostics;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Store;
using NewsBot.Archive.Tests.Indexing;
using NewsBot.Archive.Tests.Ingest;
using NewsBot.Archive.Watching;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Watching;

public sealed class FolderWatchTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTime time = new();
    private readonly RecordedProgress progress = new();
    private LiteDbArticleStore store = null!;
    private FolderWatch watch = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await LiteDbArticleStore.OpenAsync(folder["data/articles.litedb"], time, Cancellation);
        Directory.CreateDirectory(folder["in"]);
        watch = NewWatch(store);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task NewFile_IsIngested_WithinFiveSecondsOfBeingWhole()
    {
        folder.Write("in/a.txt", "The harbour froze.");

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("The harbour froze.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
        Assert.Equal(["a.txt"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
    }

    [Fact]
    public async Task FileThatStillGrows_IsWaitedFor()
    {
        folder.Write("in/a.txt", "The harbour");
        await watch.RunOnceAsync(progress, Cancellation);
        time.Advance(TimeSpan.FromSeconds(0.9));
        folder.Write("in/a.txt", "The harbour froze.");
        await watch.RunOnceAsync(progress, Cancellation);
        time.Advance(TimeSpan.FromSeconds(0.9));
        await watch.RunOnceAsync(progress, Cancellation);

        Assert.Empty(Arrived);
        await PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
        Assert.Equal("The harbour froze.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
    }

    [Fact]
    public async Task FileThatIsOpenForWriting_IsWaitedFor_AndReadOnceItIsClosed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "Other systems do not tell whether a file is open.");
        var file = new FileStream(folder["in/a.txt"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteAsync("The harbour");
            await writer.FlushAsync(Cancellation);
            await PassAsync(TimeSpan.FromSeconds(20));
            Assert.Empty(Arrived);
            await writer.WriteAsync(" froze.");
        }

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("The harbour froze.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
    }

    [Fact]
    public async Task LockedFile_IsWaitedFor()
    {
        folder.Write("in/a.txt", "The harbour froze.");
        await using (new FileStream(folder["in/a.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await PassAsync(TimeSpan.FromSeconds(20));
            Assert.Empty(Arrived);
            Assert.Empty(Rejected);
        }

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
    }

    [Fact]
    public async Task FileThatNeverRests_IsReadAfterAMinute()
    {
        for (var i = 0; i < 140; i++)
        {
            var lines = Enumerable.Range(0, i + 1).Select(line => Some.ArticleLine($"s{line}", "Text."));
            folder.Write("in/lines.jsonl", string.Join('\n', lines));
            await watch.RunOnceAsync(progress, Cancellation);
            time.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.Contains(("s100", IngestOutcome.Added), Arrived);
    }

    [Fact]
    public async Task FileWrittenAsideAndRenamed_IsIngestedUnderItsName()
    {
        folder.Write("in/a.txt.tmp", "The harbour froze.");
        await PassAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(Arrived);
        File.Move(folder["in/a.txt.tmp"], folder["in/a.txt"]);

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
    }

    [Fact]
    public async Task ChangedFile_IsANewVersion_AndTheRestIsNotReadAgain()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        await PassAsync(TimeSpan.FromSeconds(5));
        folder.Write("in/a.txt", "One, corrected.");

        var pass = await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal([folder["in/a.txt"]], pass.Files.Select(file => file.File));
        Assert.Equal(("a.txt", IngestOutcome.Replaced), Arrived[^1]);
        Assert.Equal("One.", (await store.FindAsync("a.txt@v1", Cancellation))?.Article.Text);
    }

    [Fact]
    public async Task RemovedFile_IsWithdrawn_AndSoIsALine()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        folder.Write("in/l.jsonl", Some.ArticleLine("x", "X.") + "\n" + Some.ArticleLine("y", "Y."));
        await PassAsync(TimeSpan.FromSeconds(5));
        File.Delete(folder["in/b.txt"]);
        folder.Write("in/l.jsonl", Some.ArticleLine("y", "Y."));

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["a.txt", "y"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
    }

    [Fact]
    public async Task WhatWentWhileNobodyWatched_IsWithdrawnAtTheStart_AndNothingIsWrittenTwice()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        await PassAsync(TimeSpan.FromSeconds(5));
        File.Delete(folder["in/b.txt"]);
        watch = NewWatch(store);

        var report = await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((0, 0, 1, 1), (report.Added, report.Replaced, report.Unchanged, report.Withdrawn));
        Assert.Null(await store.FindAsync("a.txt@v1", Cancellation));
    }

    [Fact]
    public async Task MovedFile_IsNotWithdrawnWhileItArrivesElsewhere()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/old.jsonl", Some.ArticleLine("x", "X."));
        await PassAsync(TimeSpan.FromSeconds(5));
        File.Delete(folder["in/old.jsonl"]);
        folder.Write("in/new.jsonl", Some.ArticleLine("x", "X."));

        await watch.RunOnceAsync(progress, Cancellation);
        Assert.NotNull(await store.FindAsync("x", Cancellation));
        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.NotNull(await store.FindAsync("x", Cancellation));
        Assert.DoesNotContain(Arrived, arrived => arrived.Outcome == IngestOutcome.Withdrawn);
    }

    [Fact]
    public async Task SourceOfARemovedFile_IsTakenOverByTheOtherFileThatHasIt()
    {
        folder.Write("in/a.jsonl", Some.ArticleLine("x", "From a."));
        folder.Write("in/b.jsonl", Some.ArticleLine("x", "From b."));
        await PassAsync(TimeSpan.FromSeconds(5));
        Assert.Contains(Rejected, rejection => rejection.Contains("which", StringComparison.Ordinal));
        File.Delete(folder["in/a.jsonl"]);

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("From b.", (await store.FindAsync("x", Cancellation))?.Article.Text);
    }

    [Fact]
    public async Task FolderThatVanishesAndComesBack_KeepsItsArticles()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        await PassAsync(TimeSpan.FromSeconds(5));
        Directory.Move(folder["in"], folder["away"]);

        var gone = await watch.RunOnceAsync(progress, Cancellation);
        Assert.Contains("does not exist", gone.Problem, StringComparison.Ordinal);
        Directory.Move(folder["away"], folder["in"]);
        folder.Write("in/c.txt", "Three.");
        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["a.txt", "b.txt", "c.txt"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
        Assert.DoesNotContain(Arrived, arrived => arrived.Outcome == IngestOutcome.Withdrawn);
    }

    [Fact]
    public async Task FolderThatIsEmptied_AsWhenItsShareIsNotMounted_KeepsItsArticles_AndSaysSoOnce()
    {
        folder.Write("in/a.txt", "One.");
        await PassAsync(TimeSpan.FromSeconds(5));
        File.Delete(folder["in/a.txt"]);

        await PassAsync(TimeSpan.FromSeconds(60));

        Assert.NotNull(await store.FindAsync("a.txt", Cancellation));
        Assert.Contains("no longer contains any articles", Assert.Single(Rejected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderCopiedBackFileByFile_WithdrawsNothingMeanwhile()
    {
        for (var i = 0; i < 6; i++)
            folder.Write($"in/{i}.txt", $"Article {i}.");
        await PassAsync(TimeSpan.FromSeconds(5));
        Directory.Delete(folder["in"], recursive: true);
        await PassAsync(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 6; i++)
        {
            folder.Write($"in/{i}.txt", $"Article {i}.");
            await PassAsync(TimeSpan.FromSeconds(0.9));
        }

        await PassAsync(TimeSpan.FromSeconds(5));

        Assert.DoesNotContain(Arrived, arrived => arrived.Outcome == IngestOutcome.Withdrawn);
        Assert.Equal(6, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ClockSetBackOrForward_ChangesNothing()
    {
        folder.Write("in/a.txt", "One.");
        await watch.RunOnceAsync(progress, Cancellation);
        time.SetWallClock(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await watch.RunOnceAsync(progress, Cancellation);
        time.SetWallClock(new DateTimeOffset(2041, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await watch.RunOnceAsync(progress, Cancellation);
        Assert.Empty(Arrived);

        await PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
    }

    [Fact]
    public async Task StoreThatFails_IsTriedAgain()
    {
        var failing = new InterveningStore(store) { BeforePut = () => throw new StoreException(StoreFailure.Full, "The disk is full.") };
        watch = NewWatch(failing);
        folder.Write("in/a.txt", "One.");
        await PassAsync(TimeSpan.FromSeconds(5));
        var during = await watch.RunOnceAsync(progress, Cancellation);
        failing.BeforePut = () => Task.CompletedTask;

        await PassAsync(WatchTimes.Retry + TimeSpan.FromSeconds(2));

        Assert.Equal("The disk is full.", during.Problem);
        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
        Assert.Null((await watch.RunOnceAsync(progress, Cancellation)).Problem);
    }

    [Fact]
    public async Task FileThatCannotBeRead_IsToldOnce_AndReadOnceItCan()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Rights do not bind this user.");
            return;
        }

        folder.Write("in/a.txt", "One.");
        File.SetUnixFileMode(folder["in/a.txt"], UnixFileMode.None);
        await PassAsync(TimeSpan.FromSeconds(60));
        Assert.Single(Rejected);
        File.SetUnixFileMode(folder["in/a.txt"], UnixFileMode.UserRead);

        await PassAsync(WatchTimes.Retry + TimeSpan.FromSeconds(2));

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
    }

    [Fact]
    public async Task PipeAndLinkOutOfTheFolder_AreNotOpened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes stand in folders on Unix only.");
        using (var mkfifo = Process.Start("mkfifo", folder["in/pipe.txt"]))
            await mkfifo.WaitForExitAsync(Cancellation);
        folder.Write("secret.txt", "Secret.");
        File.CreateSymbolicLink(folder["in/link.txt"], folder["secret.txt"]);
        folder.Write("in/a.txt", "One.");

        await PassAsync(TimeSpan.FromSeconds(90)).InTimeAsync();

        Assert.Equal([("a.txt", IngestOutcome.Added)], Arrived);
        Assert.Equal(2, Rejected.Count);
        Assert.Contains(Rejected, rejection => rejection.Contains("a pipe, socket or device", StringComparison.Ordinal));
        Assert.Contains(Rejected, rejection => rejection.Contains("is a link out of the folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FollowsTheSystemsEvents_AndEndsWhenCancelled()
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = new FolderWatch(store, folder["in"], new ReadingOptions(), TimeProvider.System).RunAsync(
            (_, _) =>
            {
                looked.TrySetResult();
                return Task.CompletedTask;
            },
            new RecordedProgress(report => arrived.TrySetResult(report.Committed[0].Source)),
            ends.Token
        );
        await looked.Task.InTimeAsync();
        folder.Write("in/sub/a.txt", "One.");

        Assert.Equal("sub/a.txt", await arrived.Task.InTimeAsync());
        await ends.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.InTimeAsync());
    }

    private List<(string Source, IngestOutcome Outcome)> Arrived =>
        [
            .. progress
                .Committed.Where(article => article.Outcome != IngestOutcome.Unchanged)
                .Select(article => (article.Source, article.Outcome)),
        ];

    private List<string> Rejected => [.. progress.Reports.SelectMany(report => report.Rejected).Select(rejection => rejection.ToString())];

    private FolderWatch NewWatch(IArticleStore over) => new(over, folder["in"], new ReadingOptions(), time);

    /// <summary>Lets the watch run for so long, as its loop does; returns the last report.</summary>
    private async Task<IngestReport> PassAsync(TimeSpan duration)
    {
        IngestReport? last = null;
        var left = duration;
        while (true)
        {
            var pass = await watch.RunOnceAsync(progress, Cancellation);
            last = pass.Report ?? last;
            if (pass.Wait > left)
            {
                time.Advance(left);
                return last!;
            }

            time.Advance(pass.Wait);
            left -= pass.Wait;
        }
    }
}
