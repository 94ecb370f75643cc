using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Alerts;

public sealed class AlertSearchTests
{
    [Fact]
    public async Task AlertWithoutWords_FindsTheOutlet_HoweverManyNewerArticlesOthersHave()
    {
        var day = new DateTimeOffset(2026, 5, 2, 10, 0, 0, TimeSpan.Zero);
        var others = Enumerable.Range(0, 2_001).Select(number => Of($"other{number}.txt", "The Times", day.AddDays(1)));
        await using var archive = await TestArchive.OfAsync([Of("post.txt", "The Post", day), .. others]);
        var search = new AlertSearch(archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/")));

        var found = await search.FindAsync("outlet:Post", 30, ReaderRights.WithoutDesk, TestContext.Current.CancellationToken);

        Assert.Equal("post.txt", Assert.Single(found.Articles).Source);
    }

    private static Article Of(string source, string outlet, DateTimeOffset published) =>
        Some.Article(source, "A library opened in York.") with
        {
            Outlet = outlet,
            Published = published,
        };
}
