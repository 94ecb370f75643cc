using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Tests.Digests;

public sealed class DigestWriterTests(SeedArchive seeds)
{
    private static readonly DateOnly Day = new(2023, 5, 3);

    [Fact]
    public async Task Digest_OfTheSeeds_IsOneStory_WithAccusationAndDenial_FromSeveralSources()
    {
        var digest = await WriteAsync(seeds.Archive, Day);

        var story = Assert.Single(digest.Stories);
        Assert.Equal(4, story.Sources.Count);
        Assert.InRange(story.Statements.Count, 2, 3);
        Assert.Equal(
            story.Statements.Count,
            story.Statements.Select(statement => digest.Citations[statement.Citations[0] - 1].Source).Distinct().Count()
        );
        var denial = Assert.Single(story.Disagreements, disagreement => disagreement.Kind == DisagreementKind.Denial);
        Assert.Contains("accused Kyiv", denial.One.Text, StringComparison.Ordinal);
        Assert.Contains("refuted allegations", denial.Other.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-05-03")]
    [InlineData("2023-05-04")]
    public async Task Story_TellsNoSentenceTwice(string date)
    {
        var digest = await WriteAsync(seeds.Archive, DateOnly.Parse(date));

        foreach (var story in digest.Stories)
        {
            var told = story
                .Statements.Concat(story.New)
                .Concat(story.Disagreements.SelectMany(one => new[] { one.One, one.Other }))
                .Select(statement => statement.Text)
                .ToArray();
            Assert.NotEmpty(told);
            Assert.Equal(told.Distinct(), told);
        }
    }

    [Theory]
    [InlineData("2023-05-03")]
    [InlineData("2023-05-04")]
    public async Task EverySentence_StandsWordForWord_WhereItsCitationSays(string date)
    {
        var digest = await WriteAsync(seeds.Archive, DateOnly.Parse(date));

        var statements = digest
            .Stories.SelectMany(story =>
                story.Statements.Concat(story.New).Concat(story.Disagreements.SelectMany(one => new[] { one.One, one.Other }))
            )
            .ToArray();
        Assert.NotEmpty(statements);
        foreach (var statement in statements)
        {
            var citation = digest.Citations[Assert.Single(statement.Citations) - 1];
            var article = (await seeds.Archive.Archive.FindAsync(citation.Source, TestContext.Current.CancellationToken))!.Article;
            Assert.Equal(statement.Text, article.Text[citation.Range.Start..citation.Range.End]);
            Assert.Equal(statement.Text, citation.Quote);
            Assert.True(article.PublishedOn is null || article.PublishedOn <= DateOnly.Parse(date));
        }
    }

    [Fact]
    public async Task SecondDay_TellsWhatIsNew_FromReportsOfThatDayAlone()
    {
        await using var archive = await TestArchive.OfAsync(
            Article(
                "mill-a",
                Day,
                "one.example",
                "Fire destroyed the old mill in Ashford on Tuesday night. The mill had stood for 200 years."
            ),
            Article(
                "mill-b",
                Day.AddDays(1),
                "one.example",
                "Fire destroyed the old mill in Ashford, and two men are in custody. Detectives charged two brothers with arson at the mill in Ashford on Thursday."
            )
        );

        var story = Assert.Single((await WriteAsync(archive, Day.AddDays(1))).Stories);

        Assert.Equal(Day, story.First);
        Assert.Contains(story.Statements.Concat(story.New), statement => statement.Text.Contains("arson", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Statements.Concat(story.New), statement => statement.Text.Contains("200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EmptyDay_IsOneLine() =>
        Assert.Equal("9 May 2023: no stories.", DigestText.Write(await WriteAsync(seeds.Archive, new DateOnly(2023, 5, 9))));

    [Fact]
    public async Task Topic_KeepsStoriesThatHaveIt()
    {
        Assert.Single((await WriteAsync(seeds.Archive, Day, "drones")).Stories);
        Assert.Equal("3 May 2023: no stories on “football”.", DigestText.Write(await WriteAsync(seeds.Archive, Day, "football")));
    }

    [Fact]
    public async Task NewestDay_IsTheDefault_AndAnArchiveWithoutDaysHasNone()
    {
        await using var undated = await TestArchive.OfAsync(
            Article("a", null, "x.example", "Something happened in Ashford on Monday night, the police said.")
        );

        Assert.Equal(Day.AddDays(1), (await WriteAsync(seeds.Archive, null)).Date);
        var writer = new DigestWriter(undated.Archive, new ArticleLinks(new Uri("http://newsbot.test/")));
        Assert.Null(await writer.WriteAsync(new DigestRequest { Desk = null }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stories_WithMoreOutlets_ComeFirst_AndCountsThatDifferAreShown()
    {
        await using var archive = await TestArchive.OfAsync(
            Article(
                "mill-a",
                Day,
                "one.example",
                "Fire destroyed the old mill in Ashford on Tuesday night. The fire in Ashford injured 12 workers of the old mill, police said."
            ),
            Article(
                "mill-b",
                Day,
                "two.example",
                "The old mill in Ashford burned down on Tuesday night. The fire in Ashford injured 15 workers of the old mill, the mayor said."
            ),
            Article(
                "bridge",
                Day,
                "three.example",
                "Milford opened its new bridge over the Dane on Tuesday. The bridge of Milford cost twelve million pounds, Mayor Paul Reed said."
            )
        );

        var digest = await WriteAsync(archive, Day);

        Assert.Equal(2, digest.Stories.Count);
        Assert.Equal(["one.example", "two.example"], digest.Stories[0].Outlets);
        var numbers = Assert.Single(digest.Stories[0].Disagreements, disagreement => disagreement.Kind == DisagreementKind.Number);
        Assert.Equal(
            ["12", "15"],
            new[] { numbers.One.Text, numbers.Other.Text }
                .Select(text => text.Contains("12", StringComparison.Ordinal) ? "12" : "15")
                .Order()
        );
    }

    [Fact]
    public async Task Desk_ThatMayNotSeeAnArticle_GetsNothingOfIt()
    {
        var writer = new DigestWriter(seeds.Archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/")));

        var digest = await writer.WriteAsync(
            new DigestRequest
            {
                Date = Day,
                Desk = new Desk
                {
                    Name = "wire",
                    Channels = [],
                    Articles = new() { Outlets = ["002_d52bae88c07fd571.txt"] },
                },
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("3 May 2023: 1 story from 1 article, for the desk wire", DigestText.Title(digest!));
        Assert.All(digest!.Citations, citation => Assert.StartsWith("002", citation.Source, StringComparison.Ordinal));
        Assert.Equal("002_d52bae88c07fd571.txt", Assert.Single(Assert.Single(digest.Stories).Sources).Source);
    }

    private static async Task<Digest> WriteAsync(TestArchive archive, DateOnly? date, string? topic = null)
    {
        var writer = new DigestWriter(archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/")));
        return (
            await writer.WriteAsync(
                new DigestRequest
                {
                    Date = date,
                    Topic = topic,
                    Desk = null,
                },
                TestContext.Current.CancellationToken
            )
        )!;
    }

    private static Article Article(string source, DateOnly? day, string outlet, string text) =>
        new()
        {
            Source = source,
            Headline = text[..text.IndexOf('.', StringComparison.Ordinal)],
            Text = text,
            Outlet = outlet,
            Published = day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        };
}
