using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Tests.Checking;

public sealed class SentenceCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_IsCheckedSentenceBySentence_AndEachVerdictNamesItsSentence()
    {
        await using var archive = await ArchiveAsync();

        var checkedSentences = await archive.Newsroom.CheckAsync(
            "Two ferries were stopped in Torsby harbour on Monday. Nine ferries were stopped in Torsby harbour on Monday. The mayor of Lyon resigned after the vote.",
            new ReaderRights(),
            Cancellation
        );

        Assert.Equal(
            [CheckVerdict.Supported, CheckVerdict.Contradicted, CheckVerdict.NotFound],
            checkedSentences.Select(sentence => sentence.Verdict)
        );
        var supported = checkedSentences[0];
        Assert.Equal("ferries.txt", supported.Article!.Source);
        Assert.StartsWith("Two ferries", supported.Evidence.In(supported.Article.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckCommand_IsAReply_ThatNamesTheSourceFile()
    {
        await using var archive = await ArchiveAsync();

        var answer = await archive.AskAsync("check: Two ferries were stopped in Torsby harbour on Monday.");

        Assert.Equal(Outcome.Reply, answer.Outcome);
        Assert.StartsWith("Supported:", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(ferries.txt, The Torsby Post, 3 May 2023)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckCommand_WithoutText_SaysHowToWriteIt()
    {
        await using var archive = await ArchiveAsync();

        Assert.Contains("check: ", (await archive.AskAsync("check")).Text, StringComparison.Ordinal);
    }

    private static Task<TestArchive> ArchiveAsync() =>
        TestArchive.OfAsync(
            new Article
            {
                Source = "ferries.txt",
                Headline = "Ferries stopped",
                Outlet = "The Torsby Post",
                Published = new DateTimeOffset(2023, 5, 3, 0, 0, 0, TimeSpan.Zero),
                Text = "Two ferries were stopped in Torsby harbour on Monday. The harbour master said that ice had damaged a gate.",
            }
        );
}
