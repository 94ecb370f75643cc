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

    private Task<Timeline> WriteAsync(string topic) =>
        new TimelineWriter(seeds.Archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/"))).WriteAsync(
            topic,
            ReaderRights.WithoutDesk,
            TestContext.Current.CancellationToken
        );
}
