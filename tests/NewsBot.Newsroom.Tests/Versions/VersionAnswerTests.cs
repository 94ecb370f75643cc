using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Versions;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Versions;

public sealed class VersionAnswerTests
{
    private const string Question = "How many people were killed in the bridge collapse in Ardenwick?";

    private readonly FakeTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorrectedReport_SaysWhenAndWhatChanged()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First, Second);

        var answer = await archive.AskAsync(Question);

        var note = Assert.Single(answer.Versions);
        Assert.Equal(("v2.txt", ArticleState.Corrected), (note.Source, note.State));
        Assert.Equal("The bridge collapse in Ardenwick killed 21 people.", note.Before);
        Assert.Equal("The bridge collapse in Ardenwick killed 12 people.", note.Now);
        Assert.EndsWith(
            "\nThe report v2.txt was corrected on 3 May 2026. Before: “The bridge collapse in Ardenwick killed 21 people.” Now: “The bridge collapse in Ardenwick killed 12 people.”",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(AnswerLayout.Of(answer), block => block is AnswerBlock.Said said && said.Text == note.Words);
    }

    [Theory]
    [InlineData("What did we first report about the bridge collapse in Ardenwick?")]
    [InlineData("What did the first version say about the bridge collapse in Ardenwick?")]
    [InlineData("What did the first version of the bridge collapse in Ardenwick say?")]
    public async Task FirstReport_IsCitedWhenItIsAskedFor(string question)
    {
        await using var archive = await TestArchive.OfAsync(time, null, First, Second);

        var answer = await archive.AskAsync(question);

        Assert.Equal(["v1.txt"], answer.Citations.Select(citation => citation.Source).Distinct());
        Assert.Contains("killed 21 people", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ArticleStage.Superseded, Assert.Single(answer.Versions).Stage);
    }

    [Fact]
    public async Task FirstReport_ThatWasKilled_IsNotCited()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First, Second);
        await archive.Archive.RuleAsync(new Ruling("v1.txt", true, time.GetUtcNow(), "desk", null), Cancellation);

        var answer = await archive.AskAsync("What did we first report about the bridge collapse in Ardenwick?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.DoesNotContain("21", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnReport_IsSaidToBeWithdrawn()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First);
        await archive.Archive.RuleAsync(new Ruling("v1.txt", true, time.GetUtcNow(), "desk", null), Cancellation);

        var answer = await archive.AskAsync(Question);
        var elsewhere = await archive.AskAsync("Who won the election in Peru?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.StartsWith("The newsroom withdrew its report on this on 4 May 2026 at 12:00 UTC.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(time.GetUtcNow(), answer.Withdrawn);
        Assert.Null(elsewhere.Withdrawn);
    }

    [Fact]
    public async Task Quote_ThatItsArticleNoLongerContains_IsNotCited()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First);
        var answer = await archive.AskAsync(Question);
        await archive.Store.PutAsync([First with { Text = "The bridge in Ardenwick stands. Nobody was killed." }], null, Cancellation);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Null(await new VersionNotes(archive.Archive).OfAsync(answer, ReaderRights.WithoutDesk, false, Cancellation));
    }

    [Fact]
    public async Task Answer_WhileTheIndexIsBehind_SaysSo()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First);
        using var stop = new CancellationTokenSource();
        var following = archive.Archive.FollowAsync(stop.Token);
        await time.TimerOfAsync(TimeSpan.FromSeconds(1));
        var others = Enumerable.Range(0, 1200).Select(number => Some.Article($"other {number}.txt", "A mill burned in Leeds."));
        await archive.Store.PutAsync([.. others], null, Cancellation);

        var answer = await archive.AskAsync(Question);
        var decline = await archive.AskAsync("Which mill burned?");
        var list = await archive.AskAsync("sources bridge");

        Assert.Equal((Outcome.Answered, 1200), (answer.Outcome, answer.ArticlesBehind));
        Assert.Equal((Outcome.NotFound, 1200), (decline.Outcome, decline.ArticlesBehind));
        Assert.Equal((Outcome.Sources, 1200), (list.Outcome, list.ArticlesBehind));
        var said = new AnswerBlock.Said("The index is about 1,200 articles behind; new ones follow shortly.");
        Assert.All([answer, decline, list], one => Assert.Contains(said, AnswerLayout.Of(one)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task Staff_SeesWhatIsUnderEmbargo_Marked()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First with { EmbargoedUntil = time.GetUtcNow().AddHours(1) });

        var staff = await archive.Kernel.AskAsync(
            new QuestionRequest
            {
                Text = Question,
                SeesEmbargoed = true,
                Desk = null,
            },
            Cancellation
        );
        var reader = await archive.AskAsync(Question);

        Assert.Equal(Outcome.Answered, staff.Outcome);
        Assert.Contains("EMBARGOED until 4 May 2026, 13:00 UTC", staff.Text, StringComparison.Ordinal);
        Assert.Equal((Outcome.NotFound, Answer.NotAnswered), (reader.Outcome, reader.Text));
        Assert.Null(reader.Withdrawn);
    }

    [Fact]
    public async Task AsOfAnEarlierDay_TheVersionOfThatDayAnswers_Marked()
    {
        await using var archive = await TestArchive.OfAsync(
            time,
            null,
            First,
            Second,
            Some.Article("other.txt", "A bridge opened in Leeds. Two people were hurt.")
        );

        var then = await archive.AskAsync(Question, new DateOnly(2026, 5, 2));
        var now = await archive.AskAsync(Question, new DateOnly(2026, 5, 3));

        Assert.Equal(["v1.txt"], then.Citations.Select(citation => citation.Source).Distinct());
        Assert.Contains("killed 21 people", then.Text, StringComparison.Ordinal);
        Assert.Equal(ArticleStage.Superseded, Assert.Single(then.Versions).Stage);
        Assert.Equal(["v2.txt"], now.Citations.Select(citation => citation.Source).Distinct());
    }

    [Fact]
    public async Task AsOfADay_AReportKilledSince_IsSaidToBeWithdrawn_NotCited()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First, Second);
        await archive.Archive.RuleAsync(new Ruling("v2.txt", true, time.GetUtcNow(), "desk", null), Cancellation);

        var answer = await archive.AskAsync(Question, new DateOnly(2026, 5, 2));

        Assert.Equal((Outcome.NotFound, time.GetUtcNow()), (answer.Outcome, answer.Withdrawn));
        Assert.DoesNotContain("21", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsOfADay_EmbargoesHoldByTheClockThen_AndNow()
    {
        await using var archive = await TestArchive.OfAsync(
            time,
            null,
            First with
            {
                EmbargoedUntil = new DateTimeOffset(2026, 5, 3, 10, 0, 0, TimeSpan.Zero),
            },
            First with
            {
                Source = "held.txt",
                Url = null,
                EmbargoedUntil = time.GetUtcNow().AddHours(1),
            }
        );

        var before = await archive.AskAsync(Question, new DateOnly(2026, 5, 2));
        var after = await archive.AskAsync(Question, new DateOnly(2026, 5, 3));
        var listed = await archive.Newsroom.SearchAsync(
            new PassageQuery { Text = Question, AsOf = new DateOnly(2026, 5, 2) },
            ReaderRights.WithoutDesk,
            Cancellation
        );

        Assert.Equal((Outcome.NotFound, null), (before.Outcome, before.Withdrawn));
        Assert.Empty(before.Nearest);
        Assert.Empty(listed);
        Assert.Equal(["v1.txt"], after.Citations.Select(citation => citation.Source).Distinct());
    }

    [Fact]
    public async Task AsOfADay_SourcesListTheVersionsOfThatDay()
    {
        await using var archive = await TestArchive.OfAsync(time, null, First, Second);

        var listed = await archive.Newsroom.SearchAsync(
            new PassageQuery { Text = Question, AsOf = new DateOnly(2026, 5, 2) },
            ReaderRights.WithoutDesk,
            Cancellation
        );

        Assert.Equal("v1.txt", Assert.Single(listed).Article.Article.Source);
    }

    private Article First =>
        new()
        {
            Source = "v1.txt",
            Headline = "Bridge collapse in Ardenwick",
            Text = "The bridge collapse in Ardenwick killed 21 people. The mayor spoke of a dark day.",
            Url = "https://wire.test/bridge",
            Published = time.GetUtcNow().AddDays(-2),
        };

    private Article Second =>
        First with
        {
            Source = "v2.txt",
            Text = "The bridge collapse in Ardenwick killed 12 people. The mayor spoke of a dark day.",
            State = ArticleState.Corrected,
            Published = time.GetUtcNow().AddDays(-1),
        };
}
