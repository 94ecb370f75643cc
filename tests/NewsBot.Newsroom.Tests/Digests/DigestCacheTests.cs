using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;
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
    public async Task Digest_OfTheNewestDay_IsWrittenOnce_UntilAnArticleComes()
    {
        await using var archive = await TestArchive.OfAsync(Of("bridge", Day));
        Task<Digest?> NewestAsync() => archive.Newsroom.DigestAsync(new DigestRequest { Desk = null }, Cancellation);

        var first = await NewestAsync();
        await archive.Store.PutAsync([Of("long ago", Day.AddYears(-1))], null, Cancellation);

        Assert.Equal((Day, 1), (first!.Date, first.Articles));
        Assert.Same(first, await NewestAsync());
        Assert.Same(first, await WriteAsync(archive));

        await archive.Store.PutAsync([Of("mill", Day)], null, Cancellation);
        var added = await NewestAsync();
        await archive.Store.PutAsync([Of("tower", Day.AddDays(1))], null, Cancellation);
        var later = await NewestAsync();

        Assert.Equal((Day, 2), (added!.Date, added.Articles));
        Assert.Equal((Day.AddDays(1), 1), (later!.Date, later.Articles));
    }

    [Fact]
    public async Task Digest_OfTheNewestDay_IsThatOfTheDesk()
    {
        await using var archive = await TestArchive.OfAsync(Of("in/bridge", Day), Of("out/mill", Day), Of("out/tower", Day.AddDays(1)));
        Task<Digest?> OfAsync(Desk? desk) => archive.Newsroom.DigestAsync(new DigestRequest { Desk = desk }, Cancellation);
        var (inside, outside, nothing) = (Folder("in"), Folder("out"), Folder("none"));

        var all = await OfAsync(null);
        var one = await OfAsync(inside);
        var other = await OfAsync(outside);

        Assert.Equal((Day.AddDays(1), 1), (all!.Date, all.Articles));
        Assert.Equal((Day, "in", "in/bridge"), (one!.Date, one.Desk, Assert.Single(one.Sources)));
        Assert.Equal((Day.AddDays(1), "out", "out/tower"), (other!.Date, other.Desk, Assert.Single(other.Sources)));
        Assert.Null(await OfAsync(nothing));
        Assert.Same(one, await OfAsync(inside));
        // A desk of the same name that sees other articles is another desk.
        Assert.Equal(["out/tower"], (await OfAsync(outside with { Name = "in" }))!.Sources);

        static Desk Folder(string name) =>
            new()
            {
                Name = name,
                Channels = [],
                Articles = new ArticleSelection { Folders = [name] },
            };
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
