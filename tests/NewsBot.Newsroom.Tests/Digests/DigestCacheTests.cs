using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Digests;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Digests;

public sealed class DigestCacheTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digest_OfADayWhoseArticlesStayTheSame_IsWrittenOnce()
    {
        await using var archive = await TestArchive.OfAsync(Of("bridge", Day));

        var first = await WriteAsync(archive);
        await archive.Store.PutAsync([Of("later", Day.AddDays(3)), Of("long ago", Day.AddYears(-1))], null, Cancellation);

        Assert.Equal(1, first!.Articles);
        Assert.Same(first, await WriteAsync(archive));
        Assert.NotSame(
            first,
            await archive.Newsroom.DigestAsync(
                new DigestRequest
                {
                    Date = Day,
                    Topic = "bridge",
                    Desk = null,
                },
                Cancellation
            )
        );
    }

    [Fact]
    public async Task Digest_OfADayWithNewReplacedOrRemovedArticles_IsWrittenAnew()
    {
        await using var archive = await TestArchive.OfAsync(Of("bridge", Day));
        var first = await WriteAsync(archive);

        await archive.Store.PutAsync([Of("mill", Day)], null, Cancellation);
        var added = await WriteAsync(archive);
        await archive.Store.PutAsync([Of("mill", Day) with { Headline = "Another headline" }], null, Cancellation);
        var replaced = await WriteAsync(archive);
        await archive.Store.RemoveAsync(["mill"], Cancellation);
        var removed = await WriteAsync(archive);

        Assert.Equal([1, 2, 2, 1], new[] { first, added, replaced, removed }.Select(digest => digest!.Articles));
        Assert.NotSame(added, replaced);
    }

    [Fact]
    public async Task Digest_ThatOneOfTwoRequestsGivesUp_IsWrittenForTheOther()
    {
        await using var archive = await TestArchive.OfAsync(Of("bridge", Day));
        using var gone = new CancellationTokenSource();

        var leaving = archive.Newsroom.DigestAsync(new DigestRequest { Date = Day, Desk = null }, gone.Token);
        var staying = WriteAsync(archive);
        await gone.CancelAsync();

        Assert.Equal(1, (await staying)!.Articles);
        await Record.ExceptionAsync(() => leaving);
        Assert.Equal(1, (await WriteAsync(archive))!.Articles);
    }

    private static Task<Digest?> WriteAsync(TestArchive archive) =>
        archive.Newsroom.DigestAsync(new DigestRequest { Date = Day, Desk = null }, Cancellation);

    private static Article Of(string source, DateOnly day) =>
        Some.Article(source, $"The {source} in Ardenwick burned down. Nobody was hurt.") with
        {
            Published = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero),
        };
}
