using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Tests.Stories;

public sealed class OtherReportsTests(SeedArchive seeds)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_HasTheOtherReportsOfItsStory_WithoutItself()
    {
        var article = (
            await seeds.Archive.Newsroom.FindArticleAsync("000_7fc79060c1c00942.txt", ReaderRights.WithoutDesk, Cancel)
        )!.Article;

        var others = await seeds.Archive.Newsroom.OtherReportsAsync(article, ReaderRights.WithoutDesk, Cancel);

        Assert.NotEmpty(others);
        Assert.DoesNotContain(article.Source, others.Select(other => other.Source));
    }

    [Fact]
    public async Task Article_OfAnotherEvent_IsNotAmongThem()
    {
        await using var archive = await TestArchive.OfAsync(
            TestSupport.Some.Article(
                "mill.txt",
                "The old mill of Ashford burned down on Monday. Firefighters came too late to save the mill.",
                "Mill burns down in Ashford"
            ),
            TestSupport.Some.Article(
                "mill-too.txt",
                "Firefighters came too late to save the old mill of Ashford, which burned down on Monday.",
                "Old mill of Ashford burns down"
            ),
            TestSupport.Some.Article(
                "bank.txt",
                "The central bank raised interest rates to four percent, its governor told reporters. Loans get dearer for every mill and farm.",
                "Bank raises rates"
            )
        );
        var mill = (await archive.Newsroom.FindArticleAsync("mill.txt", ReaderRights.WithoutDesk, Cancel))!.Article;

        Assert.Equal(
            ["mill-too.txt"],
            (await archive.Newsroom.OtherReportsAsync(mill, ReaderRights.WithoutDesk, Cancel)).Select(other => other.Source)
        );
    }
}
