using System.Text.Json;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Sniffing;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Ingest;

public sealed class ArticleIngestTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LiteDbArticleStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await LiteDbArticleStore.OpenAsync(folder["data/articles.litedb"], Cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Folder_IsIngested_WithSourcesRelativeToIt()
    {
        folder.Write("in/a.txt", " date 2023-05-03 One.");
        folder.Write("in/sub/b.txt", "Two.");
        folder.Write("in/lines.jsonl", Line("http://c", "Three.") + "\n");

        var report = await IngestAsync("in");

        Assert.Equal(3, report.Added);
        Assert.False(report.HasFailures);
        Assert.Equal(["a.txt", "http://c", "sub/b.txt"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
        Assert.Equal("One.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
        Assert.Equal(new DateOnly(2023, 5, 3), (await store.FindAsync("a.txt", Cancellation))?.Article.PublishedOn);
        Assert.Equal(
            [new(folder["in/a.txt"], 1, 0, 0, 0), new(folder["in/lines.jsonl"], 1, 0, 0, 0), new(folder["in/sub/b.txt"], 1, 0, 0, 0)],
            report.Files
        );
    }

    [Fact]
    public async Task SingleFile_HasItsNameAsSource()
    {
        folder.Write("in/sub/b.txt", "Two.");

        await IngestAsync("in/sub/b.txt");

        Assert.NotNull(await store.FindAsync("b.txt", Cancellation));
        Assert.Empty(await store.SourcesOfFolderAsync(folder["in/sub"], Cancellation));
    }

    [Fact]
    public async Task FolderIngestedAgain_WritesNothing()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/lines.jsonl", Line("x", "Old.") + "\n" + Line("y", "Y.") + "\n" + Line("x", "New.") + "\n");
        await IngestAsync("in");
        var before = await store.LastChangeAsync(Cancellation);

        var report = await IngestAsync("in");

        Assert.Equal(before, await store.LastChangeAsync(Cancellation));
        Assert.Equal((0, 0, 3, 0), (report.Added, report.Replaced, report.Unchanged, report.Withdrawn));
    }

    [Fact]
    public async Task ChangedFile_ReplacesItsArticle()
    {
        folder.Write("in/a.txt", "One.");
        await IngestAsync("in");
        folder.Write("in/a.txt", "Changed.");

        var report = await IngestAsync("in");

        Assert.Equal(1, report.Replaced);
        Assert.Equal("Changed.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
    }

    [Fact]
    public async Task FileThatIsGone_IsWithdrawn()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        await IngestAsync("in");
        File.Delete(folder["in/b.txt"]);
        var progress = new RecordedProgress();

        var report = await IngestAsync(progress, "in/");

        Assert.Equal(1, report.Withdrawn);
        Assert.False(report.HasFailures);
        Assert.Null(await store.FindAsync("b.txt", Cancellation));
        Assert.Contains(new IngestedArticle("b.txt", folder["in/"], null, IngestOutcome.Withdrawn), progress.Committed);
    }

    [Fact]
    public async Task LineThatIsGone_IsWithdrawn()
    {
        folder.Write("in/l.jsonl", Line("x", "X.") + "\n" + Line("y", "Y."));
        await IngestAsync("in");
        folder.Write("in/l.jsonl", Line("y", "Y."));

        Assert.Equal(1, (await IngestAsync("in")).Withdrawn);
        Assert.Null(await store.FindAsync("x", Cancellation));
    }

    [Fact]
    public async Task ArticlesOfOtherFolders_AreNotWithdrawn()
    {
        folder.Write("one/a.txt", "One.");
        folder.Write("two/b.txt", "Two.");
        folder.Write("single.txt", "Three.");
        await IngestAsync("one", "two", "single.txt");

        Assert.Equal(0, (await IngestAsync("two")).Withdrawn);
        Assert.Equal(3, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FolderWithoutAnyArticle_WithdrawsNothing_AndFails()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        await IngestAsync("in");
        File.Delete(folder["in/a.txt"]);
        File.Delete(folder["in/b.txt"]);

        var report = await IngestAsync("in");

        Assert.True(report.HasFailures);
        Assert.Equal(2, await store.CountAsync(Cancellation));
        Assert.StartsWith(
            "no longer contains any articles, but the archive has 2 from it, which stay",
            Assert.Single(report.Rejections).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EmptyFolder_ThatNeverHadArticles_IsNoFailure()
    {
        Directory.CreateDirectory(folder["in"]);

        Assert.False((await IngestAsync("in")).HasFailures);
    }

    [Fact]
    public async Task MissingFolder_WithdrawsNothing_AndFails()
    {
        folder.Write("in/a.txt", "One.");
        await IngestAsync("in");
        Directory.Delete(folder["in"], recursive: true);

        var report = await IngestAsync("in");

        Assert.Equal($"{folder["in"]} does not exist, or this user may not see it.", Assert.Single(report.Rejections).ToString());
        Assert.Equal(1, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FileThatCannotBeRead_KeepsItsArticle_WhileOthersAreWithdrawn()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/b.txt", "Two.");
        folder.Write("in/c.txt", "Three.");
        await IngestAsync("in");
        folder.Write("in/a.txt", "One.\0");
        File.Delete(folder["in/b.txt"]);

        var report = await IngestAsync("in");

        Assert.Equal((1, 1), (report.Withdrawn, report.Rejected));
        Assert.Equal(["a.txt", "c.txt"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
    }

    [Fact]
    public async Task LineThatCannotBeRead_KeepsEveryArticleOfTheFolder()
    {
        folder.Write("in/l.jsonl", Line("x", "X.") + "\n" + Line("y", "Y."));
        await IngestAsync("in");
        folder.Write("in/l.jsonl", Line("x", "X.") + "\n{\"source\":\"y\",");

        var report = await IngestAsync("in");

        Assert.Equal(0, report.Withdrawn);
        Assert.Equal(2, await store.CountAsync(Cancellation));
        Assert.Contains("they stay, because", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadInput_IsReportedByFileAndReason_AndTheRestIsIngested()
    {
        folder.Write("in/a.txt", "One.");
        folder.Write("in/binary.txt", [0, 1, 2]);
        folder.Write("in/empty.txt", " \n");
        folder.Write("in/damaged.txt", [67, 97, 102, 0xC3, 0xA9, 32, 0xE9]);
        folder.Write("in/lines.jsonl", Line("x", "X.") + "\nnonsense\n{\"text\":\"T\"}\n" + Line("y", "Y."));
        folder.Write("in/picture.jpg", "x");
        folder.Write("in/z.txt", "Last.");
        var progress = new RecordedProgress();

        var report = await IngestAsync(progress, "in");

        Assert.Equal(4, report.Added);
        Assert.Equal(
            [
                $"{folder["in/binary.txt"]} is a binary file (byte 0 is zero); if it is UTF-16 text, save it as UTF-8.",
                $"{folder["in/damaged.txt"]} is not UTF-8: byte 6 is wrong; save it as UTF-8.",
                $"{folder["in/empty.txt"]} is empty.",
                $"{folder["in/lines.jsonl"]}, line 2, is not valid JSON near byte 1 of the line.",
                $"{folder["in/lines.jsonl"]}, line 3, has no `source`.",
                $"{folder["in/picture.jpg"]} is not a supported file type; supported are: {FileName.Known}.",
            ],
            report.Rejections.Select(rejection => rejection.ToString())
        );
        Assert.Equal(
            new Dictionary<RejectionKind, int>
            {
                [RejectionKind.Encoding] = 2,
                [RejectionKind.NoText] = 1,
                [RejectionKind.Malformed] = 1,
                [RejectionKind.Field] = 1,
                [RejectionKind.UnknownKind] = 1,
            },
            report.RejectedByKind
        );
        Assert.Equal(report.Rejections, progress.Reports.SelectMany(step => step.Rejected));
        Assert.Contains(new IngestedFile(folder["in/lines.jsonl"], 2, 0, 0, 2), report.Files);
    }

    [Fact]
    public async Task EntryWithoutAText_KeepsItsArticle_WhileOthersOfTheFeedAreWithdrawn()
    {
        folder.Write(
            "in/a.rss",
            Feed(
                "<item><guid>1</guid><description>One.</description></item><item><guid>2</guid><description>Two.</description></item><item><guid>3</guid><description>Three.</description></item>"
            )
        );
        await IngestAsync("in");
        folder.Write(
            "in/a.rss",
            Feed("<item><guid>1</guid><description>One.</description></item><item><guid>2</guid><description></description></item>")
        );

        var report = await IngestAsync("in");

        Assert.Equal((1, 1), (report.Withdrawn, report.Rejected));
        Assert.Equal(["1", "2"], await store.SourcesOfFolderAsync(folder["in"], Cancellation));
    }

    [Fact]
    public async Task BrokenFeed_KeepsEveryArticleOfTheFolder()
    {
        folder.Write("in/a.rss", Feed("<item><guid>1</guid><description>One.</description></item>"));
        folder.Write("in/b.txt", "Two.");
        await IngestAsync("in");
        folder.Write("in/a.rss", "<rss><channel>");

        Assert.Equal(0, (await IngestAsync("in")).Withdrawn);
        Assert.Equal(2, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task AmbiguousDates_AreCounted()
    {
        folder.Write("in/a.txt", "03/05/2023\nTwo drones fell.");
        folder.Write("in/b.txt", "31/05/2023\nTwo drones fell.");

        var report = await IngestAsync("in");

        Assert.Equal(
            "1 article(s) have a date such as 03/05/2023, which was read with the day first, or the month first in American English; "
                + "the setting Ingest:DateOrder (DayFirst or MonthFirst) decides.",
            Assert.Single(report.Notes)
        );
    }

    private static string Feed(string items) => $"<rss version=\"2.0\"><channel><title>T</title>{items}</channel></rss>";

    [Fact]
    public async Task SameSourceInAnotherFile_IsRejected_NamingTheFirst()
    {
        folder.Write("one/a.txt", "One.");
        folder.Write("two/a.txt", "Two.");
        folder.Write("two/l.jsonl", Line("x", "X.") + "\n" + Line("a.txt", "Three."));

        var report = await IngestAsync("one", "two");

        Assert.Equal("One.", (await store.FindAsync("a.txt", Cancellation))?.Article.Text);
        Assert.Equal(
            [
                $"{folder["two/a.txt"]} has the source a.txt, which {folder["one/a.txt"]} already has; that one was ingested.",
                $"{folder["two/l.jsonl"]}, line 2, has the source a.txt, which {folder["one/a.txt"]} already has; that one was ingested.",
            ],
            report.Rejections.Select(rejection => rejection.ToString())
        );
    }

    [Fact]
    public async Task SameSourceInOneFile_CountsWithItsLastLine()
    {
        folder.Write("l.jsonl", Line("x", "Old.") + "\n" + Line("y", "Y.") + "\n" + Line("x", "New.") + "\n{\"source\":\"x\"}");

        var report = await IngestAsync("l.jsonl");

        Assert.Equal((2, 0, 1), (report.Added, report.Replaced, report.Rejected));
        Assert.Equal("New.", (await store.FindAsync("x", Cancellation))?.Article.Text);
        Assert.Equal([$"{folder["l.jsonl"]}, line 1, has the same source as line 3, which is used instead."], report.Notes);
    }

    [Theory]
    [InlineData("2", "1", "First.", "line 3, has the same source as line 1, which is used instead.")]
    [InlineData("1", "2", "Second.", "line 1, has the same source as line 3, which is used instead.")]
    [InlineData("2", "2", "Second.", "line 1, has the same source as line 3, which is used instead.")]
    public async Task SameSourceInOneFile_CountsWithItsHighestVersion(string first, string second, string text, string note)
    {
        folder.Write(
            "l.jsonl",
            $$"""
            {"source":"x","text":"First.","version":{{first}}}
            {"source":"y","text":"Y."}
            {"source":"x","text":"Second.","version":{{second}}}
            """
        );

        var report = await IngestAsync("l.jsonl");

        Assert.Equal((2, 0), (report.Added, report.Rejected));
        Assert.Equal(text, (await store.FindAsync("x", Cancellation))?.Article.Text);
        Assert.Equal([$"{folder["l.jsonl"]}, {note}"], report.Notes);
    }

    [Fact]
    public async Task FileNamedTwice_IsIngestedOnce()
    {
        folder.Write("a.txt", "One.");

        var report = await IngestAsync("a.txt", "a.txt");

        Assert.Equal((1, 0), (report.Added, report.Rejected));
    }

    [Fact]
    public async Task Progress_TellsOnlyWhatIsDurable()
    {
        for (var i = 0; i < 20; i++)
            folder.Write($"in/{i:00}.txt", $"Article {i}.");
        await using var other = await LiteDbArticleStore.OpenAsync(folder["data/articles.litedb"], Cancellation);
        var missing = new List<string>();
        var progress = new RecordedProgress(report =>
            missing.AddRange(report.Committed.Where(article => !IsIn(other, article.Source)).Select(article => article.Source))
        );

        await ArticleIngest.RunWithinAsync(store, [folder["in"]], progress, new IngestLimits { BatchArticles = 3 }, Cancellation);

        Assert.Empty(missing);
        Assert.Equal(20, progress.Committed.Count());
        Assert.True(progress.Reports.Count >= 7);
        Assert.Equal(progress.Reports[^1].BytesInAll, progress.Reports[^1].BytesRead);

        static bool IsIn(LiteDbArticleStore store, string source) =>
            store.FindAsync(source, Cancellation).GetAwaiter().GetResult() is not null;
    }

    [Fact]
    public async Task Cancelling_StopsBetweenBatches_AndTellsWhatWasDone()
    {
        for (var i = 0; i < 20; i++)
            folder.Write($"in/{i:00}.txt", $"Article {i}.");
        await IngestAsync("in/00.txt");
        using var cancellation = new CancellationTokenSource();
        var progress = new RecordedProgress(_ => cancellation.Cancel());

        var report = await ArticleIngest.RunWithinAsync(
            store,
            [folder["in"]],
            progress,
            new IngestLimits { BatchArticles = 5 },
            cancellation.Token
        );

        Assert.True(report.IsStopped);
        Assert.False(report.HasFailures);
        Assert.InRange(report.Added + report.Unchanged, 1, 5);
        Assert.Equal(Math.Max(1, report.Added + report.Unchanged), await store.CountAsync(Cancellation));
        Assert.Equal(0, report.Withdrawn);
    }

    [Fact]
    public async Task FullDisk_EndsTheIngest_WithWhatWasCommittedKeptAndSaid()
    {
        await using var small = await LiteDbArticleStore.OpenAsync(
            folder["small/articles.litedb"],
            new LiteDbStoreOptions { MaxBytes = 60 * 8192 },
            Cancellation
        );
        for (var i = 0; i < 40; i++)
            folder.Write($"in/{i:00}.txt", new string('x', 10_000));

        var report = await ArticleIngest.RunWithinAsync(small, [folder["in"]], null, new IngestLimits { BatchArticles = 2 }, Cancellation);

        Assert.Contains("The disk is full", report.StoreFailure, StringComparison.Ordinal);
        Assert.True(report.HasFailures);
        Assert.InRange(report.Added, 2, 38);
        Assert.Equal(report.Added, await small.CountAsync(Cancellation));
        Assert.Empty(await small.VerifyAsync(Cancellation));
    }

    private static string Line(string source, string text) => JsonSerializer.Serialize(new { source, text });

    private Task<IngestReport> IngestAsync(params string[] paths) => IngestAsync(null!, paths);

    private Task<IngestReport> IngestAsync(RecordedProgress progress, params string[] paths) =>
        ArticleIngest.RunAsync(store, [.. paths.Select(path => folder[path])], progress, Cancellation);
}
