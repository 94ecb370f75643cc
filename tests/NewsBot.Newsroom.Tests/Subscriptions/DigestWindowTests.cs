using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Subscriptions;

public sealed class DigestWindowTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 5, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly DigestSchedule Daily = new(new TimeOnly(8, 0), "Europe/London", DigestDays.Daily, null);

    private readonly TemporaryFolder folder = new();
    private readonly SettableClock clock = new(Monday.AddHours(-2));
    private readonly ScriptedNews news = new() { Point = new(10, "one") };
    private StateDatabase database;
    private ScriptedChannel channel;

    public DigestWindowTests()
    {
        database = Open(SubscriptionStore.Schema);
        channel = new ScriptedChannel("test", TimeSpan.Zero, clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(DigestDays.Daily, 1)]
    [InlineData(DigestDays.Weekdays, 3)]
    [InlineData(DigestDays.Monday, 7)]
    public async Task FirstDigest_GoesBackOnePeriod(DigestDays days, int period)
    {
        await SubscribeAsync(Daily with { Days = days });

        await RunAtAsync(Monday, 20);

        Assert.Equal((10, 20, true), Numbers(Assert.Single(channel.Seen)));
        Assert.Equal(Monday.AddDays(-period), channel.Seen[0].Digest.Window!.From);
    }

    [Fact]
    public async Task LaterDigest_BeginsWhereTheLastPostEnded()
    {
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday.AddMinutes(3), 20);

        await RunAtAsync(Monday.AddDays(1), 30);

        Assert.Equal((20, 30, false), Numbers(channel.Seen[^1]));
        Assert.Equal(Monday.AddMinutes(3), channel.Seen[^1].Digest.Window!.From);
        Assert.StartsWith(
            "Since Monday 4 May 2026, 08:03 (Europe/London): ",
            DigestText.Title(channel.Seen[^1].Digest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(nameof(Happening.IsRefused))]
    [InlineData(nameof(Happening.IsNotTaken))]
    [InlineData(nameof(Happening.GetsLost))]
    public async Task PostThatFailed_LeavesItsWindowToTheNextOne(string happening)
    {
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);
        channel.Script = _ => Enum.Parse<Happening>(happening);
        for (var minutes = 0; minutes < 8 * 60; minutes += 10)
            await RunAtAsync(Monday.AddDays(1).AddMinutes(minutes), 30);
        channel.Script = null;

        await RunAtAsync(Monday.AddDays(2), 40);

        Assert.Equal([(10, 20, true), (20, 40, false)], channel.Seen.Select(Numbers));
    }

    [Fact]
    public async Task HostThatWasDownForDays_TellsAllOfThem()
    {
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);

        await RunAtAsync(Monday.AddDays(5), 60);

        Assert.Equal((20, 60, false), Numbers(channel.Seen[^1]));
    }

    [Fact]
    public async Task AttemptThatMayHaveArrived_FixesWhereTheWindowEnds()
    {
        channel = new ScriptedChannel("test", TimeSpan.FromMinutes(10), clock) { Script = _ => Happening.ArrivesUnnoticed };
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);
        channel.Script = null;
        await RunAtAsync(Monday.AddMinutes(5), 25);

        await RunAtAsync(Monday.AddDays(1), 30);

        Assert.Equal([(10, 20, true), (20, 30, false)], channel.Seen.Select(Numbers));
    }

    [Fact]
    public async Task AttemptThatDidNotArrive_FixesNothing()
    {
        channel.Script = _ => Happening.IsNotTaken;
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);
        channel.Script = null;

        await RunAtAsync(Monday.AddMinutes(5), 25);

        Assert.Equal((10, 25, true), Numbers(Assert.Single(channel.Seen)));
    }

    [Theory]
    [InlineData(DeliveryFate.Delivered, 20)]
    [InlineData(DeliveryFate.Refused, 10)]
    [InlineData(DeliveryFate.Unknown, 10)]
    public async Task AcceptedPost_IsWaitedFor_AndGivesItsWindowBackWhereItFails(DeliveryFate end, long after)
    {
        channel.Script = _ => Happening.IsAccepted;
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);
        channel.Script = null;
        await RunAtAsync(Monday.AddDays(1), 30);
        Assert.Empty(channel.Seen);

        channel.End = new PostResult(end, null, "no");
        await RunAtAsync(Monday.AddDays(1).AddMinutes(2), 31);

        Assert.Equal((after, 31), (channel.Seen[^1].Digest.Window!.After, channel.Seen[^1].Digest.Window!.UpTo));
    }

    [Theory]
    [InlineData("other", 30)]
    [InlineData("one", 15)]
    public async Task AnotherArchiveInItsPlace_IsTakenByDaysOfPublication(string history, long change)
    {
        await SubscribeAsync(Daily);
        await RunAtAsync(Monday, 20);
        news.Point = new ArchivePoint(change, history);

        await RunAtAsync(Monday.AddDays(1), change);

        Assert.Equal((change, change, true), Numbers(channel.Seen[^1]));
        Assert.Equal(Monday, channel.Seen[^1].Digest.Window!.From);
    }

    [Fact]
    public async Task SubscriptionOfAnEarlierVersion_GoesOnFromItsLastDueTime()
    {
        await database.DisposeAsync();
        File.Delete(folder[StateDatabase.FileName]);
        database = Open(SubscriptionStore.Schema with { Steps = [SubscriptionStore.Schema.Steps[0]] });
        await database.WriteAsync(
            db =>
                db.Run(
                    """
                    INSERT INTO subscription (channel, conversation, created_by, minute, zone, days, due_day, due_at, wake_at)
                    VALUES ('test', 'c', 'p', 480, 'Europe/London', 1, $1, $2, $2)
                    """,
                    (long)DateOnly.FromDateTime(Monday.UtcDateTime).DayNumber,
                    Monday
                ),
            Token
        );
        await database.DisposeAsync();
        database = Open(SubscriptionStore.Schema);

        await RunAtAsync(Monday, 20);

        Assert.Equal((20, 20, true), Numbers(Assert.Single(channel.Seen)));
        Assert.Equal(Monday.AddDays(-7), channel.Seen[0].Digest.Window!.From);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"change\":1}")]
    public async Task DamagedRecord_IsReportedWithTheRemedy(string cursor)
    {
        await SubscribeAsync(Daily);
        await database.WriteAsync(db => db.Run("UPDATE subscription SET cursor = $1", cursor), Token);

        var notes = await RunAtAsync(Monday, 20);

        Assert.Equal(DeliveryOutcome.Failed, Assert.Single(notes).Outcome);
        Assert.Contains("stop this digest and subscribe to it again", Assert.Single(channel.Reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_AreLookedForInWhatThisSubscriptionTold_AndWithdrawalsAreSaidOnce()
    {
        await SubscribeAsync(Daily);
        news.Told = [new DigestSource("a.txt", "o", "h", null, "http://newsbot.test/a", false)];
        await RunAtAsync(Monday, 20);
        news.Told = [];
        news.Corrections =
        [
            new DigestCorrection
            {
                Source = "a.txt",
                IsWithdrawn = true,
                Outlet = null,
                Published = null,
            },
        ];
        await RunAtAsync(Monday.AddDays(1), 30);
        await RunAtAsync(Monday.AddDays(2), 40);

        Assert.Equal(["", "a.txt", ""], news.LookedFor.Select(told => string.Join(' ', told)));
        Assert.Equal("a.txt", Assert.Single(channel.Seen[1].Digest.Corrected).Source);
    }

    [Fact]
    public async Task WhatAPostThatFailedWouldHaveTold_WasNotTold()
    {
        channel.Script = _ => Happening.IsRefused;
        await SubscribeAsync(Daily);
        news.Told = [new DigestSource("a.txt", "o", "h", null, "http://newsbot.test/a", false)];
        await RunAtAsync(Monday, 20);

        await RunAtAsync(Monday.AddDays(1), 30);

        Assert.All(news.LookedFor, Assert.Empty);
    }

    private StateDatabase Open(StateSchema schema) => StateDatabase.Open(folder[StateDatabase.FileName], [schema]);

    private static (long After, long UpTo, bool TakesPublished) Numbers(DigestPost post) =>
        (post.Digest.Window!.After, post.Digest.Window.UpTo, post.Digest.Window.TakesPublished);

    private async Task SubscribeAsync(DigestSchedule schedule)
    {
        await new SubscriptionStore(database).AddAsync(
            new Subscription
            {
                Channel = "test",
                Conversation = "c",
                CreatedBy = "p",
                Schedule = schedule,
            },
            DueTimes.After(schedule, clock.Now),
            Token
        );
        // The host sees it within half a minute.
        await RunAtAsync(clock.Now, 10);
    }

    private Task<IReadOnlyList<DeliveryNote>> RunAtAsync(DateTimeOffset now, long change)
    {
        clock.Now = now;
        news.Point = news.Point with { Change = change };
        return new DigestDelivery(
            new SubscriptionStore(database),
            [channel],
            news,
            clock,
            new DeliveryOptions { MaxParallel = 1 }
        ).RunDueAsync(Token);
    }
}
