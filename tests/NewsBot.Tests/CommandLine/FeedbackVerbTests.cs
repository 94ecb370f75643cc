using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class FeedbackVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task List_ShowsQuestionAnswerAndSource_AndExportIsReadByEval()
    {
        await KeepAsync(
            new ReaderFeedback
            {
                Channel = "teams",
                Reaction = ReaderFeedback.Like,
                Comment = "That is it",
                Question = "Where was Putin?",
                Answer = "Putin was in Novo-Ogaryovo. [1]",
                Citations = [new FeedbackCitation("001_a0b4809ae95599bf.txt", "Putin was in Novo-Ogaryovo.")],
                At = new DateTimeOffset(2026, 5, 3, 9, 30, 0, TimeSpan.Zero),
            }
        );

        var list = await CommandRun.InAsync(folder, "feedback", "list");
        var export = await CommandRun.InAsync(folder, "feedback", "export");
        folder.Write("feedback.jsonl", export.Output);
        var evaluation = await CommandRun.InAsync(folder, "eval", folder["feedback.jsonl"]);

        Assert.Equal(
            """
            3 May 2026 09:30 UTC, teams: like
              Comment: That is it
              Question: Where was Putin?
              Answer: Putin was in Novo-Ogaryovo. [1]
              Source: 001_a0b4809ae95599bf.txt

            """,
            list.Output
        );
        Assert.Equal((0, 0), (export.ExitCode, evaluation.ExitCode));
        Assert.Contains("1 answerable: 1 right", evaluation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutFeedback_SaysSo_AndMakesNoFiles()
    {
        var list = await CommandRun.InAsync(folder, "feedback", "list");

        Assert.Equal("There is no feedback yet.\n", list.Output);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task WrongOption_NamesTheWholeVerb()
    {
        var run = await CommandRun.InAsync(folder, "feedback", "list", "--nonsense");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("Try: newsbot feedback list --help\n", run.Error, StringComparison.Ordinal);
    }

    private async Task KeepAsync(ReaderFeedback feedback)
    {
        await using var state = StateDatabase.Open(folder[Path.Combine("data", StateDatabase.FileName)], [FeedbackStore.Schema]);
        await new FeedbackStore(state).AddAsync(feedback, TestContext.Current.CancellationToken);
    }
}
