using NewsBot.Teams.Storage;
using NewsBot.Teams.Tests.Support;

namespace NewsBot.Teams.Tests.Storage;

/// <summary>What every store of the adapter does; a class for each implementation opens it.</summary>
public abstract class TeamsStoreContract
{
    private static readonly DateTimeOffset Now = Given.Morning;

    private protected abstract Task<ITeamsStore> OpenAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turn_ThatCameBefore_IsNotNew_NorAfterARestart()
    {
        var store = await OpenAsync();

        var first = await store.AcceptAsync(Turn("a"), _ => { }, Cancellation);
        var again = await store.AcceptAsync(Turn("a"), _ => { }, Cancellation);
        var other = await store.AcceptAsync(Turn("b"), _ => { }, Cancellation);
        var reopened = await OpenAsync();
        var afterRestart = await reopened.AcceptAsync(Turn("a"), _ => { }, Cancellation);

        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.True(other.IsNew);
        Assert.False(afterRestart.IsNew);
        Assert.True(await reopened.IsKnownAsync("b", Cancellation));
        Assert.False(await reopened.IsKnownAsync("c", Cancellation));
    }

    [Fact]
    public async Task FinishedTurn_IsNotReadAgain_AndFinishesOnce()
    {
        var store = await OpenAsync();
        var turn = (await store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        Assert.Equal([1, 2, 3], await store.ReadTurnAsync(turn, Cancellation));

        var posts = await store.FinishTurnAsync(turn, new TurnOutcome { At = Now, Posts = [Post(), Post()] }, Cancellation);
        var again = await store.FinishTurnAsync(turn, new TurnOutcome { At = Now, Posts = [Post()] }, Cancellation);

        Assert.Equal(2, posts.Count);
        Assert.Empty(again);
        Assert.Null(await store.ReadTurnAsync(turn, Cancellation));
        Assert.False((await store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).IsNew);
    }

    [Fact]
    public async Task UnfinishedWork_IsTakenUpInOrder_PostsBeforeTurns_AndWhatWasOnTheWireIsCounted()
    {
        var store = await OpenAsync();
        var answered = (await store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var second = (await store.AcceptAsync(Turn("b"), _ => { }, Cancellation)).Turn;
        var third = (await store.AcceptAsync(Turn("c"), _ => { }, Cancellation)).Turn;
        var posts = await store.FinishTurnAsync(answered, new TurnOutcome { At = Now, Posts = [Post(), Post(), Post()] }, Cancellation);
        await store.MarkOnWireAsync(posts[0], Cancellation);
        await store.SettleAsync(posts[0], PostSettlement.Delivered("m1", Now), Cancellation);
        await store.MarkOnWireAsync(posts[1], Cancellation);

        var reopened = await OpenAsync();
        var work = await reopened.TakeUpAsync(_ => { }, Cancellation);
        var takenUpAgain = await reopened.TakeUpAsync(_ => { }, Cancellation);

        Assert.Equal([posts[1], posts[2]], work.Where(w => w.Post is not null).Select(w => w.Post!.Value));
        Assert.Equal([second, third], work.Where(w => w.Turn is not null).Select(w => w.Turn!.Value));
        Assert.True(work.TakeWhile(w => w.Post is not null).Count() == 2);
        Assert.Equal([true, false], work.Where(w => w.Post is not null).Select(w => w.WasOnWire));
        Assert.DoesNotContain(takenUpAgain, w => w.WasOnWire);
        Assert.Equal(new TeamsStoreCounts(2, 2, 0, 1), await reopened.CountAsync(Cancellation));
        Assert.Equal((1, 1), await reopened.ReadPostAsync(posts[1], Cancellation) is { } post ? (post.Tries, post.Uncertain) : default);
    }

    [Fact]
    public async Task Post_WithAKeyThatCameBefore_IsTheOneThatIsThere_AlsoOnceItIsDelivered()
    {
        var store = await OpenAsync();
        var first = await store.AddPostAsync(Post() with { Key = "a" }, Cancellation);

        var again = await store.AddPostAsync(Post() with { Key = "a" }, Cancellation);
        await store.SettleAsync(first.Post, PostSettlement.Delivered("m", Now), Cancellation);
        var delivered = await store.AddPostAsync(Post() with { Key = "a" }, Cancellation);
        var other = await store.AddPostAsync(Post() with { Key = "b" }, Cancellation);

        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, again);
        Assert.Equal(again, delivered);
        Assert.True(other.IsNew);
        Assert.NotEqual(first.Post, other.Post);
    }

    [Fact]
    public async Task Post_OfUnknownFate_KeepsWhatCameBack_UntilALookUpSettlesIt()
    {
        var store = await OpenAsync();
        var there = (await store.AddPostAsync(Post(), Cancellation)).Post;
        var notThere = (await store.AddPostAsync(Post(), Cancellation)).Post;
        var seen = new MessageAddress("chat", "m1");

        foreach (var post in new[] { there, notThere })
            await store.SettleAsync(post, PostSettlement.Retry(Now, true, Now, seen), Cancellation);
        var reopened = await OpenAsync();

        Assert.Equal(seen, (await reopened.ReadPostAsync(there, Cancellation))!.Seen);
        await reopened.SettleAsync(there, PostSettlement.Found(new MessageAddress("c", "m1"), Now), Cancellation);
        await reopened.ForgetSeenAsync(notThere, isNotThere: true, Cancellation);
        Assert.Equal(new PostState(true, null, 0), await reopened.FindPostStateAsync(there, Cancellation));
        Assert.Equal(new PostState(false, null, 0), await reopened.FindPostStateAsync(notThere, Cancellation));
        Assert.Null((await reopened.ReadPostAsync(notThere, Cancellation))!.Seen);
        Assert.Null(await reopened.FindPostStateAsync(99, Cancellation));
    }

    [Fact]
    public async Task Post_IsRetriedThenGivenUp_AndReadAsDeadLetterWithReason()
    {
        var store = await OpenAsync();
        var post = (await store.AddPostAsync(Post(), Cancellation)).Post;

        await store.MarkOnWireAsync(post, Cancellation);
        await store.SettleAsync(post, PostSettlement.Retry(Now.AddSeconds(2), fateUnknown: true, Now), Cancellation);
        var waiting = await store.ReadPostAsync(post, Cancellation);
        await store.MarkOnWireAsync(post, Cancellation);
        await store.SettleAsync(post, PostSettlement.Dead("403 Forbidden", fateUnknown: false, Now.AddSeconds(2)), Cancellation);

        Assert.Equal((1, 1, Now.AddSeconds(2)), (waiting!.Tries, waiting.Uncertain, waiting.DueAt!.Value));
        Assert.Null(await store.ReadPostAsync(post, Cancellation));
        var dead = Assert.Single(await store.ReadDeadLettersAsync(10, Cancellation));
        Assert.Equal((post, "chat", "403 Forbidden", 2), (dead.Post, dead.Conversation, dead.Reason, dead.Tries));
        Assert.Equal([4, 5], dead.Body);
        Assert.Equal(new TeamsStoreCounts(0, 0, 1, 1), await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task RecentSends_AreThoseOfTheConversationSinceTheMoment()
    {
        var store = await OpenAsync();
        foreach (var (conversation, seconds) in ((string, int)[])[("chat", -4000), ("chat", -30), ("other", -20), ("chat", -10)])
            Assert.True(await SendAsync(store, conversation, Now.AddSeconds(seconds)));

        var recent = await store.RecentSendsAsync("chat", Now.AddHours(-1), Cancellation);

        Assert.Equal([Now.AddSeconds(-30), Now.AddSeconds(-10)], recent);
    }

    [Fact]
    public async Task Welcome_IsGivenOnce_AndAgainAfterLeaving()
    {
        var store = await OpenAsync();

        var first = await FinishAsync(store, "a", Welcome());
        var second = await FinishAsync(store, "b", Welcome());
        var left = await FinishAsync(store, "c", new TurnOutcome { At = Now, Left = "chat" });
        var back = await FinishAsync(store, "d", Welcome());

        Assert.Equal([1, 0, 0, 1], [first, second, left, back]);
    }

    [Fact]
    public async Task Reference_IsFoundUntilTheBotLeaves_AndATeamTakesItsChannelsAlong()
    {
        var store = await OpenAsync();
        await FinishAsync(store, "a", new TurnOutcome { At = Now, Joined = Reference("chat") });
        await FinishAsync(
            store,
            "b",
            new TurnOutcome { At = Now, Joined = Reference("19:channel") with { Kind = "channel", Team = "19:team" } }
        );
        await FinishAsync(
            store,
            "c",
            new TurnOutcome
            {
                At = Now,
                Joined = Reference("chat") with { ServiceUrl = "https://smba.trafficmanager.net/new/", TenantId = null },
            }
        );

        var chat = await store.FindReferenceAsync("chat", Cancellation);
        var channel = await store.FindReferenceAsync("19:channel", Cancellation);
        await FinishAsync(store, "d", new TurnOutcome { At = Now, Left = "19:team" });

        Assert.Equal(Reference("chat") with { ServiceUrl = "https://smba.trafficmanager.net/new/" }, chat);
        Assert.Equal("19:team", channel!.Team);
        Assert.Null(await store.FindReferenceAsync("19:channel", Cancellation));
        Assert.NotNull(await store.FindReferenceAsync("chat", Cancellation));
    }

    [Fact]
    public async Task Post_ThatWasRefusedAsItWas_GoesOutInAnotherForm()
    {
        var store = await OpenAsync();
        var post = (await store.AddPostAsync(Post(), Cancellation)).Post;

        await store.MarkOnWireAsync(post, Cancellation);
        await store.SettleAsync(post, PostSettlement.Replaced([9], Now), Cancellation);
        var reopened = await OpenAsync();

        var stored = (await reopened.ReadPostAsync(post, Cancellation))!;
        Assert.Equal([9], stored.Post.Body);
        Assert.Equal((1, 0, null), (stored.Tries, stored.Uncertain, stored.DueAt));
        Assert.DoesNotContain(await reopened.TakeUpAsync(_ => { }, Cancellation), work => work.WasOnWire);
    }

    [Fact]
    public async Task Answer_IsFoundByItsMessageOnceDelivered_AndByItsQuestion()
    {
        var store = await OpenAsync();
        var turn = (await store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var posts = await store.FinishTurnAsync(
            turn,
            new TurnOutcome
            {
                At = Now,
                Answer = Answer("one"),
                Posts = [Post() with { AnswerId = "one" }],
            },
            Cancellation
        );
        var before = await store.FindAnswerInAsync("chat", null, Cancellation);

        await store.SettleAsync(posts[0], PostSettlement.Delivered("m7", Now), Cancellation);

        Assert.Null(before);
        Assert.Equal("one", (await store.FindAnswerInAsync("chat", "m7", Cancellation))!.Id);
        Assert.Equal("one", (await store.FindAnswerInAsync("chat", null, Cancellation))!.Id);
        Assert.Equal("m7", (await store.FindAnswerToAsync("chat", "q1", Cancellation))!.ActivityId);
        Assert.Equal(Answer("one").Citations, (await store.FindAnswerAsync("one", Cancellation))!.Citations);
        Assert.Null(await store.FindAnswerInAsync("other chat", "m7", Cancellation));
    }

    [Fact]
    public async Task Answer_WhoseMessageTheClientDidNotName_IsTheOneThatUnknownFeedbackIsOn()
    {
        var store = await OpenAsync();
        var turn = (await store.AcceptAsync(Turn("a"), _ => { }, Cancellation)).Turn;
        var posts = await store.FinishTurnAsync(
            turn,
            new TurnOutcome
            {
                At = Now,
                Answer = Answer("one"),
                Posts = [Post() with { AnswerId = "one" }],
            },
            Cancellation
        );

        await store.SettleAsync(posts[0], PostSettlement.Delivered(null, Now), Cancellation);

        Assert.Equal("one", (await store.FindAnswerInAsync("chat", "m9", Cancellation))!.Id);
        Assert.Equal("one", (await store.FindAnswerInAsync("chat", null, Cancellation))!.Id);
        Assert.Null((await store.FindAnswerToAsync("chat", "q1", Cancellation))!.ActivityId);
    }

    [Fact]
    public async Task Purge_DropsWhatIsOld_AndNothingThatWaits()
    {
        var store = await OpenAsync();
        await FinishAsync(store, "old", new TurnOutcome { At = Now.AddDays(-3), Answer = Answer("old") with { At = Now.AddDays(-100) } });
        await FinishAsync(store, "new", new TurnOutcome { At = Now, Answer = Answer("new") });
        await store.AcceptAsync(Turn("waits"), _ => { }, Cancellation);
        await store.AddPostAsync(Post(), Cancellation);

        await store.PurgeAsync(Now.AddDays(-2), Now.AddDays(-90), Cancellation);

        Assert.False(await store.IsKnownAsync("old", Cancellation));
        Assert.True(await store.IsKnownAsync("new", Cancellation));
        Assert.Null(await store.FindAnswerAsync("old", Cancellation));
        Assert.NotNull(await store.FindAnswerAsync("new", Cancellation));
        Assert.Equal(new TeamsStoreCounts(1, 1, 0, 0), await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ParallelAccepts_OfTheSameMessages_TakeEachOnce()
    {
        var store = await OpenAsync();

        var accepted = await Task.WhenAll(
            Enumerable.Range(0, 400).Select(i => Task.Run(() => store.AcceptAsync(Turn($"k{i % 100}"), _ => { }, Cancellation)))
        );

        Assert.Equal(100, accepted.Count(a => a.IsNew));
        Assert.Equal(100, (await store.CountAsync(Cancellation)).WaitingTurns);
    }

    [Fact]
    public async Task NewMessages_AreToldInTheOrderOfTheCalls_AndKnownOnesAreNot()
    {
        var store = await OpenAsync();
        var told = new List<long>();

        var accepted = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(i => store.AcceptAsync(Turn($"k{i % 200}"), told.Add, Cancellation))
        );

        Assert.Equal(accepted.Where(a => a.IsNew).Select(a => a.Turn), told);
        Assert.Equal(200, told.Count);
        Assert.Equal(told.Order(), told);
    }

    private static async Task<bool> SendAsync(ITeamsStore store, string conversation, DateTimeOffset at)
    {
        var post = (await store.AddPostAsync(Post() with { Conversation = conversation }, Cancellation)).Post;
        await store.SettleAsync(post, PostSettlement.Delivered("m", at), Cancellation);
        return true;
    }

    private static async Task<int> FinishAsync(ITeamsStore store, string key, TurnOutcome outcome) =>
        (await store.FinishTurnAsync((await store.AcceptAsync(Turn(key), _ => { }, Cancellation)).Turn, outcome, Cancellation)).Count;

    private protected static InboundTurn Turn(string key) => new(key, "chat", Now, [1, 2, 3]);

    private static TurnOutcome Welcome() =>
        new()
        {
            At = Now,
            Joined = Reference("chat"),
            Welcomes = "chat",
            Posts = [Post()],
        };

    private protected static OutgoingPost Post() =>
        new()
        {
            Kind = PostKind.Message,
            Conversation = "chat",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Body = [4, 5],
        };

    private static ConversationReference Reference(string conversation) =>
        new()
        {
            Conversation = conversation,
            Kind = "personal",
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            TenantId = "tenant-1",
            Bot = "28:bot",
            Seen = Now,
        };

    private static GivenAnswer Answer(string id) =>
        new()
        {
            Id = id,
            Conversation = "chat",
            QuestionActivityId = "q1",
            Question = "where was Putin?",
            Text = "There. [1]",
            Citations = [new GivenCitation(1, "drones.txt", "Drones", new DateOnly(2023, 5, 3), "There.", 3, 9, "http://127.0.0.1/a")],
            At = Now,
        };
}
