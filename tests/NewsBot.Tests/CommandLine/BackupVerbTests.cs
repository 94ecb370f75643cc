using System.IO.Compression;
using System.Text;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class BackupVerbTests : IDisposable
{
    private const string Question = "What burned down in Ashford?";
    private const string Answer = "The old mill in Ashford burned down on Monday night. [1]";

    private readonly TemporaryFolder folder = new();

    public BackupVerbTests() =>
        folder.Write("seeds/mill.txt", "The old mill in Ashford burned down on Monday night.\n\nNobody was hurt, the fire chief said.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string State => folder[Path.Combine("data", StateDatabase.FileName)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Backup_MadeWhileBothFilesAreOpen_IsRestoredWhole()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        await using var store = await LiteDbArticleStore.OpenAsync(folder["data/newsbot.litedb"], Cancellation);
        await using var state = StateDatabase.Open(State, [FeedbackStore.Schema]);
        await new FeedbackStore(state).AddAsync(Feedback, Cancellation);

        var create = await CommandRun.InAsync(folder, "backup", "create", "all.zip");
        var verify = await CommandRun.InAsync(folder, "backup", "verify", "all.zip");
        Directory.Delete(folder["seeds"], recursive: true);
        var restore = await CommandRun.InAsync(folder, "backup", "restore", "all.zip", "--data", "other");
        var ask = await CommandRun.InAsync(folder, "ask", Question, "--data", "other");
        var feedback = await CommandRun.InAsync(folder, "feedback", "list", "--data", "other");
        var check = await CommandRun.InAsync(folder, "check", "--data", "other");

        Assert.Equal(("", "", ""), (create.Error, verify.Error, restore.Error));
        Assert.StartsWith($"{folder["all.zip"]}: 1 article, newsbot.litedb and state.db, as of ", create.Output, StringComparison.Ordinal);
        Assert.StartsWith($"{folder["all.zip"]} is complete: 1 article", verify.Output, StringComparison.Ordinal);
        Assert.StartsWith(Answer, ask.Output, StringComparison.Ordinal);
        Assert.Contains("Question: Where was Putin?", feedback.Output, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
        Assert.False(Directory.Exists(folder["all.zip.partial"]));
    }

    [Fact]
    public async Task Restore_OverAnArchive_IsRefused_UnlessItIsMovedAside()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        await CommandRun.InAsync(folder, "backup", "create", "all.zip");
        await CommandRun.InAsync(folder, "kill", "mill.txt");

        var refused = await CommandRun.InAsync(folder, "backup", "restore", "all.zip");
        var killed = await CommandRun.InAsync(folder, "ask", Question);
        var replaced = await CommandRun.InAsync(folder, "backup", "restore", "all.zip", "--replace");
        var restored = await CommandRun.InAsync(folder, "ask", Question);

        Assert.Equal((1, 0), (refused.ExitCode, replaced.ExitCode));
        Assert.Contains("has an archive already", refused.Error, StringComparison.Ordinal);
        Assert.StartsWith("The newsroom withdrew its report", killed.Output, StringComparison.Ordinal);
        Assert.StartsWith(Answer, restored.Output, StringComparison.Ordinal);
        var aside = Assert.Single(Directory.GetDirectories(folder["data"], "replaced-*"));
        Assert.True(File.Exists(Path.Combine(aside, "newsbot.litedb")));
    }

    [Fact]
    public async Task Restore_UnderARunningHost_IsRefused()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        await using var state = StateDatabase.Open(State, [FeedbackStore.Schema]);
        await CommandRun.InAsync(folder, "backup", "create", "all.zip");

        var restore = await CommandRun.InAsync(folder, "backup", "restore", "all.zip", "--replace");

        Assert.Equal(1, restore.ExitCode);
        Assert.Equal($"NewsBot is running on {folder["data"]}; stop it, then restore.\n", restore.Error);
    }

    [Fact]
    public async Task DamagedBackup_IsNamed_AndChangesNothing()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        await CommandRun.InAsync(folder, "backup", "create", "all.zip");
        await using (var zip = await ZipFile.OpenAsync(folder["all.zip"], ZipArchiveMode.Update, Cancellation))
        {
            await using var entry = await zip.GetEntry("newsbot.litedb")!.OpenAsync(Cancellation);
            entry.Position = 9_000;
            entry.WriteByte(0xFF);
        }

        var verify = await CommandRun.InAsync(folder, "backup", "verify", "all.zip");
        var restore = await CommandRun.InAsync(folder, "backup", "restore", "all.zip", "--replace");
        var ask = await CommandRun.InAsync(folder, "ask", Question);

        Assert.Equal((1, 1), (verify.ExitCode, restore.ExitCode));
        Assert.Equal(
            $"{folder["all.zip"]} is not a complete backup (newsbot.litedb differs from its SHA-256); restore another one.\n",
            verify.Error
        );
        Assert.StartsWith(Answer, ask.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data/restoring"]));
    }

    [Fact]
    public async Task ManifestThatNamesAPath_IsRefused()
    {
        await using (var zip = await ZipFile.OpenAsync(folder["all.zip"], ZipArchiveMode.Create, Cancellation))
        {
            await using (var manifest = await zip.CreateEntry("manifest.json").OpenAsync(Cancellation))
                await manifest.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        """{"format":1,"newsBot":"1","created":"2026-12-01T00:00:00Z","articles":0,"files":[{"name":"../evil","bytes":1,"sha256":""}]}"""
                    ),
                    Cancellation
                );
            await using var evil = await zip.CreateEntry("../evil").OpenAsync(Cancellation);
            await evil.WriteAsync("x"u8.ToArray(), Cancellation);
        }

        var restore = await CommandRun.InAsync(folder, "backup", "restore", "all.zip");

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("is missing or unknown", restore.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["evil"]));
    }

    [Theory]
    [InlineData("verify", "nothing.zip", "cannot be opened")]
    [InlineData("restore", "nothing.zip", "cannot be opened")]
    [InlineData("verify", "text.zip", "is not a complete backup")]
    [InlineData("create", "all.zip", "has no archive to back up")]
    public async Task WrongFile_IsNamedWithTheRemedy(string verb, string file, string says)
    {
        folder.Write("text.zip", "This is a text.");

        var run = await CommandRun.InAsync(folder, "backup", verb, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupThatWasKilled_DoesNotHinderTheNext()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        folder.Write("all.zip.partial/backup.zip", "half");
        folder.Write("all.zip.partial/newsbot.litedb", "half");

        var create = await CommandRun.InAsync(folder, "backup", "create", "all.zip");
        var verify = await CommandRun.InAsync(folder, "backup", "verify", "all.zip");

        Assert.Equal((0, 0), (create.ExitCode, verify.ExitCode));
        Assert.False(Directory.Exists(folder["all.zip.partial"]));
    }

    [Fact]
    public async Task ExistingFile_IsNotOverwritten()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        folder.Write("all.zip", "precious");

        var create = await CommandRun.InAsync(folder, "backup", "create", "all.zip");

        Assert.Equal(1, create.ExitCode);
        Assert.Equal("precious", await File.ReadAllTextAsync(folder["all.zip"], Cancellation));
    }

    private static ReaderFeedback Feedback =>
        new()
        {
            Channel = "teams",
            Reaction = ReaderFeedback.Like,
            Question = "Where was Putin?",
            Answer = "Putin was in Novo-Ogaryovo. [1]",
            Citations = [new FeedbackCitation("001_a0b4809ae95599bf.txt", "Putin was in Novo-Ogaryovo.")],
            At = new DateTimeOffset(2026, 5, 3, 9, 30, 0, TimeSpan.Zero),
        };
}
