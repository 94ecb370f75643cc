using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Tests.Reading;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Tests.Digests;

public sealed class StoryChoiceTests
{
    private static readonly DateOnly Day = new(2022, 11, 9);

    [Fact]
    public async Task RoundUp_IsInNoStory_AndCountedAmongMoreReports()
    {
        var digest = await WriteAsync(
            Article(
                "a",
                "one.example",
                "Fire destroys the old mill of Ashford",
                "Fire destroyed the old mill of Ashford on Tuesday night."
            ),
            Article(
                "b",
                "two.example",
                "Five things to know: Mill fire, ferry, tax",
                "Fire destroyed the old mill of Ashford. The ferry to Danby is late. Taxes rise in Milford by a tenth."
            )
        );

        var story = Assert.Single(digest.Stories);
        Assert.Equal(["a"], story.Sources.Select(source => source.Source));
        Assert.Equal(["b"], Assert.Single(digest.Others).Reports.Select(report => report.Source));
        Assert.Equal(2, digest.Articles);
    }

    [Fact]
    public async Task ReportsOfOneTown_OnDifferentMatters_AreSeparateStories()
    {
        var digest = await WriteAsync(
            Article(
                "mill",
                "one.example",
                "Fire destroys old mill in Ashford",
                "Fire destroyed the old mill in Ashford, Kent, on Tuesday night, the council of Ashford said. Ashford has lost a landmark."
            ),
            Article(
                "school",
                "two.example",
                "Ashford teachers strike over pay",
                "Teachers in Ashford, Kent, went on strike over pay on Tuesday, their union said. The council of Ashford closed nine schools."
            )
        );

        Assert.Equal(2, digest.Stories.Count);
    }

    [Fact]
    public async Task StoriesOfAnElectionNight_AreUnderOneHead()
    {
        string[] places = ["Ashford", "Milford", "Danby", "Corwen", "Ludlow"];
        string[] news =
        [
            "voters kept Mayor Reed",
            "the Greens won the council",
            "the school tax failed",
            "a former goalkeeper took the seat",
            "the count goes on",
        ];
        var digest = await WriteAsync([
            .. places.Zip(
                news,
                (place, what) =>
                    Article(
                        place,
                        $"{place}.example",
                        $"Election night in {place}: {what}",
                        $"In the election on Tuesday, {what} in {place}. The election drew many to the ballot. Nobody in {place} disputes the election."
                    )
            ),
            Article(
                "ferry",
                "ferry.example",
                "Ferry to Whitby runs aground",
                "The ferry to Whitby ran aground on Tuesday with ninety on board."
            ),
        ]);

        Assert.Equal(2, digest.Stories.Count);
        Assert.Equal(5, digest.Stories[0].Sources.Count);
        Assert.Equal(3, digest.Stories[0].Statements.Count);
        Assert.Equal(
            3,
            digest.Stories[0].Statements.Select(statement => digest.Citations[statement.Citations[0] - 1].Source).Distinct().Count()
        );
    }

    [Fact]
    public async Task KeySentence_IsTheNews_NotTheOpening_TheCaption_OrTheTeaser()
    {
        const string News = "Fire destroyed the old mill of Ashford on Tuesday night, the council said.";
        var digest = await WriteAsync(
            Article(
                "a",
                "one.example",
                "Fire destroys the old mill of Ashford",
                "Tom Hale had only just put the kettle on and was looking forward to a quiet evening. "
                    + "The old mill of Ashford is seen here before the fire. "
                    + "Mayor Ann Cole, left, at the old mill of Ashford after the fire of Tuesday, November 8, 2022. "
                    + "What does the fire mean for the old mill of Ashford? "
                    + "Here is what you need to know about the fire in the old mill of Ashford. "
                    + News
            )
        );

        Assert.Equal([News], Assert.Single(digest.Stories).Statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData("Mayor Reed denied selling the old mill to a friend.", true)]
    [InlineData("Mayor Reed denied that he had been drunk at the boat race.", false)]
    public async Task Denial_IsPutBesideTheAccusation_ThatItDenies(string denial, bool isOfIt)
    {
        var digest = await WriteAsync(
            Article(
                "a",
                "one.example",
                "Union accuses Mayor Reed over Ashford mill sale",
                "The Harbour Union accused Mayor Reed of selling the old mill of Ashford to a friend. The mill was sold on Tuesday."
            ),
            Article(
                "b",
                "two.example",
                "Mayor Reed sells Ashford mill, union objects",
                $"Mayor Reed sold the old mill of Ashford on Tuesday, the council said. {denial}"
            )
        );

        Assert.Equal(isOfIt ? [denial] : [], Assert.Single(digest.Stories).Disagreements.Select(disagreement => disagreement.Other.Text));
    }

    [Theory]
    [InlineData("injured 12 workers", "injured 15 workers", true)]
    [InlineData("injured at least 12 workers", "injured 15 workers", false)]
    [InlineData("injured about 12 workers", "injured 15 workers", false)]
    [InlineData("injured 100 workers", "injured 102 workers", false)]
    [InlineData("was the 12th fire and hurt workers", "was the 15th fire and hurt workers", false)]
    public async Task Counts_AreADisagreement_OnlyWhereBothCannotBeTrue(string one, string other, bool differ)
    {
        var digest = await WriteAsync(Mill("a", one), Mill("b", other));

        Assert.Equal(differ ? 1 : 0, digest.Stories.SelectMany(story => story.Disagreements).Count());
    }

    [Fact]
    public async Task Counts_OfWhichTheModelIsNotSure_AreNoDisagreement()
    {
        var model = new ScriptedReadingModel { Relates = (_, _) => new Agreement(0.1f, 0.1f, 0.3f, 0.4f, 0.1f) };

        var digest = await WriteAsync(model.ToLoader(), Mill("a", "injured 12 workers"), Mill("b", "injured 15 workers"));

        Assert.Empty(digest.Stories.SelectMany(story => story.Disagreements));
    }

    private static Article Mill(string source, string what) =>
        Article(
            source,
            $"{source}.example",
            "Fire destroys the old mill of Ashford",
            $"Fire destroyed the old mill of Ashford on Tuesday night, {source} reports. The fire in Ashford {what} of the old mill, police said."
        );

    private static Task<Digest> WriteAsync(params Article[] articles) => WriteAsync(null, articles);

    private static async Task<Digest> WriteAsync(ReadingModelLoader? reading, params Article[] articles)
    {
        await using var archive = await TestArchive.OfAsync(articles);
        var writer = new DigestWriter(archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/")), reading);
        return (await writer.WriteAsync(new DigestRequest { Date = Day, Desk = null }, TestContext.Current.CancellationToken))!;
    }

    private static Article Article(string source, string outlet, string headline, string text) =>
        new()
        {
            Source = source,
            Headline = headline,
            Text = text,
            Outlet = outlet,
            Published = new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        };
}
