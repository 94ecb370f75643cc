using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Turns;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Turns;

public sealed class DiscordTurnsTests : IAsyncDisposable
{
    private static readonly Snowflake Application = new(1);
    private readonly FakeTime time = new();
    private readonly StateDatabase database = StateDatabase.Open(null, [FeedbackStore.Schema, CitedPosts.Schema, DiscordState.Schema]);
    private readonly ScriptedNewsroom newsroom = new();
    private readonly ScriptedMessenger messenger = new();
    private readonly DiscordTurns turns;

    public DiscordTurnsTests() => turns = NewTurns();

    public async ValueTask DisposeAsync()
    {
        await turns.StopAsync(CancellationToken.None).InTimeAsync();
        turns.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Answer_ThatTakesMinutes_IsAcknowledgedAtOnce_AndEditedIn()
    {
        var answer = Hold();
        turns.OnInteraction(Ask(), messenger);

        var first = await messenger.NextAsync();
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(new QueueState(1, time.GetUtcNow() - TimeSpan.FromMinutes(14), 0), turns.Queue);
        answer.SetResult(ScriptedNewsroom.Answer("why?"));

        Assert.Equal(("acknowledge 5", "edit"), (first, await messenger.NextAsync()));
        await turns.IdleAsync();
        Assert.Equal(new QueueState(0, null, 0), turns.Queue);
    }

    [Fact]
    public async Task Answer_IsRememberedWithWhatItCites()
    {
        newsroom.Answering = (_, _) =>
            Task.FromResult(ScriptedNewsroom.Answer("why?", ("Drones were aimed at the Kremlin on Wednesday.", "Drones")));
        turns.OnInteraction(Ask(), messenger);
        await turns.IdleAsync();

        var source = ScriptedNewsroom.Answer("why?", ("Drones were aimed at the Kremlin on Wednesday.", "Drones")).Citations[0].Source;
        var post = Assert.Single(await new CitedPosts(database, time).FindAsync(source, TestContext.Current.CancellationToken));
        Assert.Equal((ScriptedDiscord.ChannelId, "99"), (post.Conversation, post.Message));
    }

    [Theory]
    [InlineData("sources", "query", "drones")]
    [InlineData("timeline", "topic", "drones")]
    [InlineData("article", "source", "kremlin.txt")]
    public async Task List_IsRememberedWithWhatItShows(string command, string option, string value)
    {
        turns.OnInteraction(Command(command, (option, value)), messenger);
        await turns.IdleAsync();

        var post = Assert.Single(await new CitedPosts(database, time).FindAsync("kremlin.txt", TestContext.Current.CancellationToken));
        Assert.Equal((ScriptedDiscord.ChannelId, "99"), (post.Conversation, post.Message));
    }

    [Fact]
    public async Task PrivateAnswer_IsTakenBackByItsToken()
    {
        var posts = new CitedPosts(database, time);
        var ask = Ask(("private", true));
        turns.OnInteraction(ask, messenger);
        await turns.IdleAsync();

        var post = Assert.Single(await posts.FindAsync("kremlin.txt", TestContext.Current.CancellationToken));
        Assert.True(
            await new DiscordPostedChannel(messenger, posts, time).TakeBackAsync(post, "Withdrawn.", TestContext.Current.CancellationToken)
        );

        Assert.Equal((ask.Token, "Withdrawn."), messenger.EditedByToken.Last());
    }

    [Fact]
    public async Task PrivateAnswer_ThatWentToThePerson_IsTakenBackThere()
    {
        var answer = Hold();
        turns.OnInteraction(Ask(("private", true)), messenger);
        await messenger.NextAsync();
        time.Advance(TimeSpan.FromMinutes(15));
        answer.SetResult(ScriptedNewsroom.Answer("why?", ("Drones were aimed at the Kremlin on Wednesday.", "Drones")));
        await turns.IdleAsync();

        var post = Assert.Single(await new CitedPosts(database, time).FindAsync("kremlin.txt", TestContext.Current.CancellationToken));

        Assert.Equal("55", post.Conversation);
    }

    [Fact]
    public async Task Answer_AfterTheTokensFifteenMinutes_IsPostedInTheChannel()
    {
        var answer = Hold();
        var ask = Ask();
        turns.OnInteraction(ask, messenger);
        await messenger.NextAsync();

        time.Advance(TimeSpan.FromMinutes(15));
        answer.SetResult(ScriptedNewsroom.Answer("why?"));

        Assert.Equal($"post {ScriptedDiscord.ChannelId} {ask.Id}", await messenger.NextAsync());
    }

    [Fact]
    public async Task PrivateAnswer_AfterTheTokensFifteenMinutes_GoesToThePersonAlone()
    {
        var answer = Hold();
        var ask = Ask(("private", true));
        turns.OnInteraction(ask, messenger);
        await messenger.NextAsync();

        time.Advance(TimeSpan.FromMinutes(15));
        answer.SetResult(ScriptedNewsroom.Answer("why?"));

        Assert.Equal($"post 55 {ask.Id}", await messenger.NextAsync());
    }

    [Fact]
    public async Task Questions_ThatKeepEveryProcessorBusy_DoNotHoldUpAcknowledgements()
    {
        using var release = new ManualResetEventSlim();
        newsroom.Answering = (question, token) =>
        {
            release.Wait(token);
            return Task.FromResult(ScriptedNewsroom.Answer(question.Text));
        };

        for (var number = 0; number < 50; number++)
            turns.OnInteraction(Ask(), messenger);
        var first = new List<string>();
        for (var number = 0; number < 50; number++)
            first.Add(await messenger.NextAsync());
        release.Set();

        Assert.All(first, done => Assert.Equal("acknowledge 5", done));
        await turns.IdleAsync().InTimeAsync();
    }

    [Fact]
    public async Task Commands_AreRegisteredOnce_AndAgainOnlyWhenTheyChanged()
    {
        turns.OnReady(Application, Application);
        turns.OnReady(Application, Application);
        var registered = await messenger.NextAsync();
        await turns.IdleAsync().InTimeAsync();
        using var restarted = NewTurns();

        restarted.OnReady(Application, Application);
        await restarted.IdleAsync().InTimeAsync();
        restarted.OnInteraction(Ask(), messenger);

        Assert.Equal("register ", registered);
        Assert.Equal("acknowledge 5", await messenger.NextAsync());
        await restarted.IdleAsync().InTimeAsync();
    }

    [Fact]
    public async Task Reply_IsKeptWithThePersonWhoAsked_AndDeletedWithThem()
    {
        newsroom.Leading = _ => Task.FromResult<IReadOnlyList<string>>(["and when?"]);
        newsroom.Answering = (_, _) => Task.FromResult(ScriptedNewsroom.Answer("why?", ("Drones were aimed at the Kremlin.", "Drones")));
        turns.OnInteraction(Ask(), messenger);
        await turns.IdleAsync().InTimeAsync();
        var replies = DiscordState.PersonalData[0];
        var person = PersonId.Read(Assert.Single(newsroom.Questions).AskedBy!.Id!)!;

        var kept = await database.ReadAsync(db => replies.Find(db, person), TestContext.Current.CancellationToken);
        var deleted = await database.WriteAsync(db => replies.Delete(db, person, "x"), TestContext.Current.CancellationToken);
        var left = await database.ReadAsync(db => replies.Find(db, person), TestContext.Current.CancellationToken);

        Assert.Equal("why?", Assert.Single(kept)!["question"]!.GetValue<string>());
        Assert.Equal(1, deleted);
        Assert.Empty(left);
    }

    [Fact]
    public async Task SuggestedQuestion_IsAskedAfterARestart()
    {
        newsroom.Leading = _ => Task.FromResult<IReadOnlyList<string>>(["and when?"]);
        var ask = Ask();
        turns.OnInteraction(ask, messenger);
        await turns.IdleAsync().InTimeAsync();
        using var restarted = NewTurns();

        restarted.OnInteraction(Read(ScriptedInteraction.Click($"ask:{ask.Id}:0")), messenger);
        await restarted.IdleAsync().InTimeAsync();

        Assert.Equal("and when?", newsroom.Questions[1].Text);
        Assert.Equal(newsroom.Questions[0].Conversation, newsroom.Questions[1].Conversation);
    }

    [Fact]
    public async Task SuggestedQuestions_AreLeftOut_WhileManyAnswersWaitForThem()
    {
        var found = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        newsroom.Leading = found.Task.WaitAsync;
        var replies = new KeptReplies(newsroom, new DiscordState(database, time), new FeedbackStore(database));
        using var suggested = new SuggestedQuestions(newsroom, replies);
        var edits = 0;
        Task AddAsync(int number)
        {
            var answered = new AnsweredQuestion(
                ScriptedNewsroom.Answer("why?"),
                new KeptReply($"{number}", "why?", [], []),
                ReaderRights.WithoutDesk
            );
            return suggested.AddAsync(answered, (_, _) => Task.FromResult(edits++), TestContext.Current.CancellationToken);
        }

        var adding = Enumerable.Range(1, 12).Select(AddAsync).ToList();
        var leftOut = adding.Count(task => task.IsCompletedSuccessfully);
        found.SetResult(["and when?"]);
        await Task.WhenAll(adding).InTimeAsync();

        Assert.Equal((2, 10), (leftOut, edits));
    }

    [Theory]
    [InlineData("<@1> hello", true, false, true)]
    [InlineData("hello", true, false, false)]
    [InlineData("hello", false, false, true)]
    [InlineData("<@1> hello", true, true, false)]
    [InlineData("<@1>  ", true, false, true)]
    [InlineData("", true, false, false)]
    [InlineData("", false, false, false)]
    public void Message_AsksOnlyWhenItMentionsTheBotOrIsDirect_AndAPersonWroteIt(string content, bool inServer, bool byBot, bool expected)
    {
        var message = new MessageJson
        {
            Id = new Snowflake(5),
            GuildId = inServer ? new Snowflake(2) : null,
            Author = new UserJson { Id = new Snowflake(3), Bot = byBot },
            Content = content,
            // A reply to the bot mentions it, whatever it says.
            Mentions = content is "" || content.Contains("<@1>", StringComparison.Ordinal) ? [new UserJson { Id = Application }] : [],
        };

        Assert.Equal(expected, MessageTurns.Asks(message, Application));
    }

    private static InteractionJson Ask(params (string, object)[] more) => Command("ask", [("question", "why?"), .. more]);

    private static InteractionJson Command(string name, params (string, object)[] options) =>
        Read(ScriptedInteraction.Command(name, options));

    private static InteractionJson Read(ScriptedInteraction interaction) =>
        JsonSerializer.Deserialize(interaction.Json.ToJsonString(), DiscordJson.Default.InteractionJson)!;

    private TaskCompletionSource<Answer> Hold()
    {
        var answer = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        newsroom.Answering = (_, _) => answer.Task;
        return answer;
    }

    private DiscordTurns NewTurns()
    {
        var options = new DiscordOptions
        {
            Token = "t",
            Channels = [ulong.Parse(ScriptedDiscord.ChannelId, System.Globalization.CultureInfo.InvariantCulture)],
            QuestionsPerUserAndMinute = 1000,
            QuestionsPerGuildAndMinute = 1000,
        };
        return new DiscordTurns(
            options,
            messenger,
            newsroom,
            new DiscordState(database, time),
            new DiscordInbox(database, time),
            new FeedbackStore(database),
            new DiscordPostedChannel(messenger, new CitedPosts(database, time), time),
            time,
            NullLogger.Instance
        );
    }
}
