using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests;

public sealed class NewsroomServiceTests
{
    private const string Text = "Drones were aimed at the Kremlin.\n\nThey were disabled.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passage_OfAQuote_IsTheParagraphInWhichItBegins()
    {
        await using var archive = await TestArchive.OfAsync(Some.Article("a.txt", Text));
        var start = Text.IndexOf("disabled", StringComparison.Ordinal);

        var passage = await archive.Newsroom.PassageAsync("a.txt", new TextRange(start, start + 8), ReaderRights.WithoutDesk, Token);

        Assert.Equal("They were disabled.", passage?.Text);
    }

    [Fact]
    public async Task Passage_OfAnArticleThatIsGoneOrBecameShorter_IsNull()
    {
        await using var archive = await TestArchive.OfAsync(Some.Article("a.txt", "Short."));

        Assert.Null(await archive.Newsroom.PassageAsync("gone.txt", new TextRange(0, 5), ReaderRights.WithoutDesk, Token));
        Assert.Null(await archive.Newsroom.PassageAsync("a.txt", new TextRange(40, 50), ReaderRights.WithoutDesk, Token));
    }

    [Fact]
    public async Task Link_OfAHostThatDoesNotListenYet_IsMadeOnlyWhenItIsAskedFor()
    {
        await using var archive = await TestArchive.OfAsync();
        var address = new Uri("http://too.early/");
        var links = new ArticleLinks(() => address);
        using var newsroom = new NewsroomService(
            archive.Archive,
            archive.Kernel,
            links,
            new DigestWriter(archive.Archive, links),
            new TimelineWriter(archive.Archive, links)
        );
        address = new Uri("http://127.0.0.1:4711/");

        Assert.Equal("http://127.0.0.1:4711/articles/a%2Fb.txt", newsroom.LinkTo("a/b.txt"));
        Assert.Equal("http://127.0.0.1:4711/articles/a.txt#q3-9", newsroom.LinkTo("a.txt", new TextRange(3, 9)));
    }

    [Fact]
    public async Task Subscribe_WhereNothingIsDelivered_SaysSo()
    {
        await using var archive = await TestArchive.OfAsync();
        var request = new SubscriptionRequest
        {
            Channel = "test",
            Reader = new("c", Person: "p"),
            MayManage = true,
            Words = "list",
        };

        Assert.Equal("This host does not deliver digests.", await archive.Newsroom.SubscribeAsync(request, Token));
    }
}
