using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Timelines;

namespace NewsBot.Newsroom.Tests.Timelines;

public sealed class TimelineWriterTests(SeedArchive seeds)
{
    [Fact]
    public async Task Timeline_OfTheSeeds_IsInOrder_WordForWord_AndNamesTheTopic()
    {
        var timeline = await WriteAsync("drones");

        Assert.Equal([new DateOnly(2023, 5, 3), new DateOnly(2023, 5, 4), null], timeline.Days.Select(day => day.Day));
        foreach (var statement in timeline.Days.SelectMany(day => day.Statements))
        {
            var citation = timeline.Citations[Assert.Single(statement.Citations) - 1];
            var article = (await seeds.Archive.Archive.FindAsync(citation.Source, TestContext.Current.CancellationToken))!.Article;
            Assert.Equal(statement.Text, article.Text[citation.Range.Start..citation.Range.End]);
            Assert.Contains("drone", statement.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("football")]
    [InlineData("the of and")]
    [InlineData("?!")]
    public async Task Timeline_OfWhatTheArticlesDoNotName_IsEmpty(string topic)
    {
        var timeline = await WriteAsync(topic);

        Assert.Empty(timeline.Days);
        Assert.Equal($"The articles say nothing on “{topic}”.", TimelineText.Write(timeline));
    }

    [Fact]
    public async Task Timeline_HasOneSentenceADay_OfReportsThatNameTheWholeTopic()
    {
        await using var archive = await TestArchive.OfAsync(
            Report(
                "a",
                3,
                "Court jails Ann Cole for nine years",
                "A court jailed Cole for nine years on Thursday. It was a warm day in Ashford."
            ),
            Report("b", 3, "Ann Cole gets nine years in jail", "Ann Cole was jailed for nine years on Thursday over the mill fire."),
            Report("c", 8, "Ann Cole moved to a prison in Danby", "Ann Cole was moved to a prison in Danby on Tuesday, her lawyer said."),
            Report("d", 9, "Old King Cole sails again", "The ship King Cole set sail from Whitby on Wednesday with ninety on board."),
            Report("e", 10, "Five things to know: Ann Cole, tax, ferry", "Ann Cole was released from the prison in Danby on Thursday.")
        );

        var timeline = await WriteAsync("Ann Cole", archive);

        Assert.Equal([3, 8], timeline.Days.Select(day => day.Day!.Value.Day));
        Assert.All(timeline.Days, day => Assert.Single(day.Statements));
        Assert.Contains("nine years", timeline.Days[0].Statements[0].Text, StringComparison.Ordinal);

        static Article Report(string source, int day, string headline, string text) =>
            new()
            {
                Source = source,
                Headline = headline,
                Text = text,
                Outlet = $"{source}.example",
                Published = new DateTimeOffset(2022, 11, day, 0, 0, 0, TimeSpan.Zero),
            };
    }

    private Task<Timeline> WriteAsync(string topic, TestArchive? archive = null) =>
        new TimelineWriter((archive ?? seeds.Archive).Archive, new ArticleLinks(new Uri("http://newsbot.test/"))).WriteAsync(
            topic,
            ReaderRights.WithoutDesk,
            TestContext.Current.CancellationToken
        );
}
