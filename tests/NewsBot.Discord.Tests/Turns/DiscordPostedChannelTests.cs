using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Discord.Turns;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.Turns;

/// <summary>From the ruling of staff to the message on Discord.</summary>
public sealed class DiscordPostedChannelTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTime time = new();
    private readonly ScriptedMessenger messenger = new();
    private readonly StateDatabase database = StateDatabase.Open(null, [CitedPosts.Schema]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Post_ThatCitesAReport_IsEditedAtTheNextLook_AfterTheReportIsWithdrawn()
    {
        await using var archive = await ArchiveAsync();
        var posts = new CitedPosts(database, time);
        var channel = new DiscordPostedChannel(messenger, posts, time);
        var watch = new WithdrawalWatch(archive, posts, [channel], time);
        await channel.RememberAsync(new Snowflake(7), new Snowflake(8), ["a.txt", "b.txt"], Cancellation);
        await channel.RememberAsync(new Snowflake(7), new Snowflake(9), ["b.txt"], Cancellation);

        var before = await watch.RunOnceAsync(Cancellation);
        await archive.RuleAsync(new Ruling("a.txt", true, time.GetUtcNow(), "desk", null), Cancellation);
        var taken = await watch.RunOnceAsync(Cancellation);
        var again = await watch.RunOnceAsync(Cancellation);

        Assert.Equal((0, 1, 0), (before, taken, again));
        Assert.Equal(
            "edit 7 8: The newsroom withdrew a report that this message cited (4 May 2026, 12:00 UTC). Please do not use what it said.",
            await messenger.NextAsync()
        );
    }

    [Fact]
    public async Task Post_ThatWasOnItsWayWhenTheReportWasWithdrawn_IsTakenBackOnceItIsThere()
    {
        await using var archive = await ArchiveAsync();
        var posts = new CitedPosts(database, time);
        var channel = new DiscordPostedChannel(messenger, posts, time);
        var watch = new WithdrawalWatch(archive, posts, [channel], time);
        await archive.RuleAsync(new Ruling("a.txt", true, time.GetUtcNow(), "desk", null), Cancellation);
        await watch.RunOnceAsync(Cancellation);

        await channel.RememberAsync(new Snowflake(7), new Snowflake(8), ["a.txt"], Cancellation);

        Assert.Equal(1, await watch.RunOnceAsync(Cancellation));
    }

    [Fact]
    public async Task Post_ThatDiscordDoesNotLetUsEdit_IsAnswered()
    {
        messenger.EditFailure = new Transport.DeliveryFailure(Transport.DeliveryFailureKind.Refused, 404, 10008, "Unknown Message");
        var channel = new DiscordPostedChannel(messenger, new CitedPosts(database, time), time);

        var done = await channel.TakeBackAsync(new CitedPost("discord", "8", "7", "8"), "Withdrawn.", Cancellation);

        Assert.True(done);
        Assert.Equal(("edit 7 8: Withdrawn.", "post 7 w8"), (await messenger.NextAsync(), await messenger.NextAsync()));
    }

    [Fact]
    public async Task PrivateReply_IsEditedByItsToken_AsLongAsThatIsValid()
    {
        var posts = new CitedPosts(database, time);
        var channel = new DiscordPostedChannel(messenger, posts, time);
        var interaction = new InteractionJson
        {
            Type = 2,
            Id = new Snowflake(8),
            ApplicationId = new Snowflake(1),
            Token = "a:token",
        };
        await channel.RememberPrivateAsync(interaction, TimeSpan.FromMinutes(14), ["a.txt"], Cancellation);
        var post = Assert.Single(await posts.FindAsync("a.txt", Cancellation));

        var inTime = await channel.TakeBackAsync(post, "Withdrawn.", Cancellation);
        time.Advance(TimeSpan.FromMinutes(14));
        var late = await channel.TakeBackAsync(post, "Withdrawn.", Cancellation);

        Assert.Equal((true, true), (inTime, late));
        Assert.Equal([("a:token", "Withdrawn.")], messenger.EditedByToken);
    }

    private async Task<ArticleArchive> ArchiveAsync()
    {
        var store = await LiteDbArticleStore.OpenAsync(folder["a.litedb"], time, Cancellation);
        await store.PutAsync([Some.Article("a.txt"), Some.Article("b.txt")], null, Cancellation);
        return await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), Cancellation);
    }
}
