using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Digests;

public sealed class WindowDigestTests : IAsyncLifetime
{
    private const string Mill = "Fire destroyed the old mill in Ashford on Tuesday night, the police said.";
    private const string Bridge = "Milford opened its new bridge over the Dane in the presence of Mayor Paul Reed.";
    private const string Vote = "Members of parliament voted for cheaper school meals after a debate of nine hours.";

    private static readonly ArticleLinks Links = new(new Uri("http://newsbot.test/"));

    private readonly FakeTime time = new();
    private TestArchive archive = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => time.GetUtcNow();

    public async ValueTask InitializeAsync() => archive = await TestArchive.OfAsync(time, null);

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task LateArticle_IsTold_AndWhatWasThereBefore_IsNot()
    {
        var after = await PutAsync(Of("bridge", Bridge, days: 1));
        await PutAsync(Of("mill", Mill, days: 3));

        var digest = await WriteAsync(after);

        Assert.Equal("mill", Assert.Single(Assert.Single(digest.Stories).Sources).Source);
        Assert.Equal("Since Sunday 3 May 2026, 13:00 (Europe/London): 1 story from 1 article", DigestText.Title(digest));
        Assert.EndsWith(" · new", DigestText.Facts(digest.Stories[0], digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArticleAfterTheWindow_IsNeitherToldNorKnown()
    {
        var upTo = await PutAsync(Of("mill", Mill, days: 0));
        await PutAsync(Of("mill-2", Mill + " Nobody was hurt in the fire in the old mill in Ashford.", days: 0));

        var digest = await WriteAsync(0, upTo);

        var story = Assert.Single(digest.Stories);
        Assert.Equal((1, 0), (story.Articles, story.EarlierArticles));
        Assert.Equal("mill", Assert.Single(digest.Sources));
    }

    [Fact]
    public async Task ArchiveOfYears_IsCounted_NotTold()
    {
        await PutAsync([
            Of("mill", Mill, days: 0),
            Of("week", Bridge, days: 7),
            .. Enumerable.Range(0, 1200).Select(number => Of($"old{number:0000}", Vote, days: 400 + (number % 9))),
        ]);

        var digest = await WriteAsync(0);

        Assert.Equal(["mill", "week"], digest.Stories.SelectMany(story => story.Sources).Select(source => source.Source).Order());
        Assert.Equal(1200, digest.Older.Count);
        Assert.Equal(2, digest.Articles);
        Assert.Contains("1,200 older articles were added to the archive.", DigestText.Write(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmbargoedArticle_CountsOnItsLift_HoweverLongAgoItWasWritten()
    {
        await PutAsync(Of("mill", Mill, days: 30) with { EmbargoedUntil = Now.AddHours(2) });
        var held = await archive.Archive.LastChangeAsync(Token);
        Assert.True((await WriteAsync(0)).IsEmpty);

        time.Advance(TimeSpan.FromHours(2));
        var digest = await WriteAsync(held);

        Assert.Equal("mill", Assert.Single(Assert.Single(digest.Stories).Sources).Source);
    }

    [Fact]
    public async Task FirstWindow_AlsoHasWhatWasPublishedInIt()
    {
        var change = await PutAsync(Of("mill", Mill, days: 0), Of("bridge", Bridge, days: 5));

        var digest = await WriteAsync(change, takesPublished: true);

        Assert.Equal("mill", Assert.Single(digest.Sources));
        Assert.Empty(digest.Older);
    }

    [Fact]
    public async Task WhatIsInNoStory_IsCounted_AndLinkedByDay()
    {
        await PutAsync(Of("mill", Mill, days: 0), Of("bridge", Bridge, days: 1), Of("vote", Vote, days: null));

        var digest = await WriteAsync(0, stories: 1);

        Assert.Equal(2, digest.LeftOut);
        Assert.Equal(3, digest.Articles);
        Assert.Equal(
            ["mill", "bridge", "vote"],
            AllOf(digest)
                .OrderBy(source =>
                    source switch
                    {
                        "mill" => 0,
                        "bridge" => 1,
                        _ => 2,
                    }
                )
        );
        Assert.Contains(": 1 story from 1 of 3 articles", DigestText.Title(digest), StringComparison.Ordinal);
        var text = DigestText.Write(digest);
        Assert.Contains("2 more reports", text, StringComparison.Ordinal);
        Assert.All(digest.Others, day => Assert.Contains($"{DigestText.Label(day)}: {day.Link}", text, StringComparison.Ordinal));
        Assert.All(
            digest.Others,
            day =>
                Assert.Equal(
                    day.Day is { } date ? $"http://newsbot.test/digest?date={date:yyyy-MM-dd}" : "http://newsbot.test/sources",
                    day.Link
                )
        );
    }

    [Fact]
    public async Task DigestOfADay_CountsWhatItLeavesOut_Too()
    {
        await PutAsync(Of("mill", Mill, days: 0), Of("bridge", Bridge, days: 0), Of("vote", Vote, days: 1));

        var digest = await new DigestWriter(archive.Archive, Links).WriteAsync(new DigestRequest { MaxStories = 1, Desk = null }, Token);

        Assert.Equal(["bridge", "mill"], AllOf(digest!).Order());
        Assert.Equal(1, digest!.LeftOut);
        Assert.EndsWith("(1): http://newsbot.test/digest?date=2026-05-04", DigestText.Write(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topic_CountsOnlyReportsOnIt_OldOnesToo()
    {
        await PutAsync(Of("mill", Mill, days: 0), Of("bridge", Bridge, days: 0), Of("a", Mill, days: 99), Of("b", Bridge, days: 99));

        var digest = await WriteAsync(0, request: new DigestRequest { Topic = "bridges", Desk = null });

        Assert.Equal(["bridge", "b"], AllOf(digest));
    }

    [Fact]
    public async Task Desk_CountsOnlyWhatItMaySee_OldOnesToo()
    {
        await PutAsync(Of("mill", Mill, days: 0), Of("bridge", Bridge, days: 0), Of("a", Mill, days: 99), Of("b", Bridge, days: 99));

        var digest = await WriteAsync(
            0,
            request: new DigestRequest
            {
                Desk = new Desk
                {
                    Name = "d",
                    Channels = [],
                    Articles = new ArticleSelection { Outlets = ["mill", "a"] },
                },
            }
        );

        Assert.Equal(["mill", "a"], AllOf(digest));
    }

    [Fact]
    public async Task Correction_OfWhatWasTold_SaysWhatWasReplaced()
    {
        var after = await PutAsync(
            Of("mill", Mill + " The fire injured twelve workers of the mill.", days: 0) with
            {
                Url = "https://outlet.test/mill",
            }
        );
        await PutAsync(
            Of("mill-2", Mill + " The fire injured two workers of the mill.", days: 0) with
            {
                Url = "https://outlet.test/mill",
                Published = Now,
                State = ArticleState.Corrected,
                StateNote = "Corrects the number of injured.",
            }
        );

        var correction = Assert.Single(await CorrectionsAsync(after, ["mill", "other"]));

        Assert.Equal("mill-2", correction.Source);
        Assert.Equal(
            [
                "Fire destroyed the old mill in Ashford on Tuesday night, the police said (report of 4 May 2026 by outlet.test)",
                "Correction: Corrects the number of injured.",
                "Before: “The fire injured twelve workers of the mill.”",
                "Now: “The fire injured two workers of the mill.”",
            ],
            DigestText.Lines(correction)
        );
        Assert.Empty(await CorrectionsAsync(after, ["other"]));
    }

    [Fact]
    public async Task WithdrawnReport_IsNamedWithoutItsWords()
    {
        var after = await PutAsync(Of("mill", Mill, days: 1) with { Outlet = "The Example Times" });
        await archive.Archive.RuleAsync(new Ruling("mill", true, Now, "ed", "The mill did not burn."), Token);

        var correction = Assert.Single(await CorrectionsAsync(after, ["mill"]));

        Assert.Equal(
            [
                "The newsroom withdrew its report of 3 May 2026 by The Example Times, which was in an earlier digest. Please do not use what it said.",
            ],
            DigestText.Lines(correction)
        );
        Assert.Empty(await CorrectionsAsync(after, ["other"]));
        Assert.Empty(
            await CorrectionsAsync(
                after,
                ["mill"],
                new Desk
                {
                    Name = "d",
                    Channels = [],
                    Articles = new ArticleSelection { Sections = ["sport"] },
                }
            )
        );
    }

    private static IEnumerable<string> AllOf(Digest digest) =>
        digest
            .Stories.SelectMany(story => story.Sources)
            .Concat(digest.Others.SelectMany(day => day.Reports))
            .Select(source => source.Source)
            .Concat(digest.Older);

    private async Task<long> PutAsync(params Article[] articles)
    {
        await archive.Store.PutAsync(articles, null, Token);
        return await archive.Archive.LastChangeAsync(Token);
    }

    private async Task<DigestWindow> WindowAsync(long after, long? upTo = null, bool takesPublished = false) =>
        new()
        {
            After = after,
            UpTo = upTo ?? await archive.Archive.LastChangeAsync(Token),
            From = Now.AddDays(-1),
            To = Now,
            Zone = "Europe/London",
            TakesPublished = takesPublished,
        };

    private async Task<Digest> WriteAsync(
        long after,
        long? upTo = null,
        bool takesPublished = false,
        int stories = 10,
        DigestRequest? request = null
    ) =>
        (
            await new DigestWriter(archive.Archive, Links).WriteAsync(
                (request ?? new DigestRequest { Desk = null }) with
                {
                    Window = await WindowAsync(after, upTo, takesPublished),
                    MaxStories = stories,
                },
                Token
            )
        )!;

    private async Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(long after, string[] told, Desk? desk = null) =>
        await new DigestCorrections(archive.Archive, Links).FindAsync(
            await WindowAsync(after),
            told.ToHashSet(StringComparer.Ordinal),
            desk,
            Token
        );

    private Article Of(string source, string text, int? days) =>
        new()
        {
            Source = source,
            Headline = text[..text.IndexOf('.', StringComparison.Ordinal)],
            Text = text,
            Published = days is { } ago ? Now.AddDays(-ago).AddMinutes(-1) : null,
        };
}
