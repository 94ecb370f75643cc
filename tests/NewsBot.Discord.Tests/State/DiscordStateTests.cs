using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.State;

public class DiscordStateTests : IAsyncDisposable
{
    private static readonly KeptReply Reply = new(
        "17",
        "why?",
        [
            new Embed
            {
                Title = "t",
                Fields = [new EmbedField("n", "v")],
                Footer = new EmbedFooter("f"),
            },
        ],
        [new KeptQuote(1, "a.txt", 2, 5, "abc")]
    );

    private readonly TestState opened;
    private readonly StateDatabase database;
    private readonly DiscordState state;

    public DiscordStateTests()
        : this(TestState.InFile()) { }

    private protected DiscordStateTests(TestState opened)
    {
        this.opened = opened;
        database = opened.Open(FeedbackStore.Schema, DiscordState.Schema);
        state = new DiscordState(database, Time);
    }

    private FakeTime Time { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        opened.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Replies_AreForgotten_AfterTheTimeOfTheOptions()
    {
        using var services = new ServiceCollection()
            .AddSingleton(database)
            .AddSingleton<TimeProvider>(Time)
            .AddNewsDiscord(new DiscordOptions { KeepReplies = TimeSpan.FromDays(3) })
            .BuildServiceProvider();
        var rule = Assert.Single(services.GetServices<RetentionRule>());
        await state.KeepReplyAsync(Reply, Token);

        Time.Advance(TimeSpan.FromDays(3));
        await rule.PurgeAsync(Time.GetUtcNow(), Token);
        var within = await state.FindReplyAsync(Reply.Trace, Token);
        Time.Advance(TimeSpan.FromSeconds(1));
        await rule.PurgeAsync(Time.GetUtcNow(), Token);

        Assert.NotNull(within);
        Assert.Null(await state.FindReplyAsync(Reply.Trace, Token));
    }

    [Fact]
    public async Task Reply_Kept_IsFoundAgainAsItWas()
    {
        await state.KeepReplyAsync(Reply, Token);

        var found = await state.FindReplyAsync("17", Token);

        Assert.Equivalent(Reply, found, strict: true);
        Assert.Null(await state.FindReplyAsync("18", Token));
    }

    [Fact]
    public async Task Channels_AllowedAndForbidden_AreRemembered()
    {
        await state.AllowChannelAsync(1, 10, 5, Token);
        await state.AllowChannelAsync(1, 11, 5, Token);

        var wasOn = await state.ForbidChannelAsync(10, Token);
        var again = await state.ForbidChannelAsync(10, Token);

        Assert.True(wasOn);
        Assert.False(again);
        Assert.Equal(new Dictionary<ulong, ulong> { [11] = 1 }, await state.AllowedChannelsAsync(Token));
    }

    [Fact]
    public async Task Commands_AreRememberedByScope()
    {
        await state.SetRegisteredCommandsAsync("a", "1", Token);
        await state.SetRegisteredCommandsAsync("a", "2", Token);

        Assert.Equal("2", await state.RegisteredCommandsAsync("a", Token));
        Assert.Null(await state.RegisteredCommandsAsync("b", Token));
    }

    [Fact]
    public async Task Conversation_IsFoundByItsMessages()
    {
        await state.LinkConversationAsync(7, "c", Token);

        Assert.Equal("c", await state.FindConversationAsync(7, Token));
        Assert.Null(await state.FindConversationAsync(8, Token));
    }

    [Fact]
    public async Task Forget_TakesOldRepliesAndConversations()
    {
        await state.KeepReplyAsync(Reply, Token);
        await state.LinkConversationAsync(7, "c", Token);
        Time.Advance(TimeSpan.FromDays(2));
        await state.KeepReplyAsync(Reply with { Trace = "18" }, Token);

        await state.ForgetAsync(TimeSpan.FromDays(1), Token);

        Assert.Null(await state.FindReplyAsync("17", Token));
        Assert.Null(await state.FindConversationAsync(7, Token));
        Assert.NotNull(await state.FindReplyAsync("18", Token));
    }

    [Fact]
    public async Task FeedbackOfAnEarlierVersion_IsKeptWithTheQuestionOfItsReply()
    {
        opened.SkipUnlessInFile();
        using var folder = new TemporaryFolder();
        var before = DiscordState.Schema with { Steps = [DiscordState.Schema.Steps[0]] };
        await using (var old = StateDatabase.Open(folder[StateDatabase.FileName], [before]))
        {
            var reply = JsonSerializer.Serialize(Reply, StateJson.Default.KeptReply);
            await old.WriteAsync(
                db => db.Run("INSERT INTO discord_reply VALUES ($1, $2, $3)", Reply.Trace, reply, Time.GetUtcNow()),
                Token
            );
            await old.WriteAsync(db => db.Run("INSERT INTO discord_feedback VALUES ($1, 2, 0, $2)", Reply.Trace, Time.GetUtcNow()), Token);
        }

        await using var after = StateDatabase.Open(folder[StateDatabase.FileName], [FeedbackStore.Schema, DiscordState.Schema]);

        var feedback = Assert.Single(await new FeedbackStore(after).ReadAsync(10, Token));
        Assert.Equal((Reply.Question, "dislike", "2"), (feedback.Question, feedback.Reaction, feedback.Person));
        Assert.Equal(Reply.Quotes.Select(quote => new FeedbackCitation(quote.Source, quote.Text)), feedback.Citations);
    }

    [Fact]
    public async Task File_OfAnEarlierVersion_IsTakenOver()
    {
        opened.SkipUnlessInFile();
        using var folder = new TemporaryFolder();
        using (var old = new SqliteConnection($"Data Source={folder["discord.db"]};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = """
                CREATE TABLE feedback (trace TEXT NOT NULL, user INTEGER NOT NULL, useful INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (trace, user)) WITHOUT ROWID;
                CREATE TABLE channel (channel INTEGER PRIMARY KEY, guild INTEGER NOT NULL, allowed_by INTEGER NOT NULL, at INTEGER NOT NULL);
                CREATE TABLE conversation (message INTEGER PRIMARY KEY, conversation TEXT NOT NULL, at INTEGER NOT NULL);
                INSERT INTO feedback VALUES ('17', -1, 1, 1700000000000);
                INSERT INTO channel VALUES (11, 1, 5, 1700000000000);
                INSERT INTO conversation VALUES (7, 'c', 1700000000000);
                PRAGMA user_version = 1;
                """;
            command.ExecuteNonQuery();
        }

        await using var taken = StateDatabase.Open(folder[StateDatabase.FileName], [FeedbackStore.Schema, DiscordState.Schema]);
        var after = new DiscordState(taken, Time);

        var feedback = Assert.Single(await new FeedbackStore(taken).ReadAsync(10, Token));
        Assert.Equal(
            ("discord", "17", ulong.MaxValue.ToString(CultureInfo.InvariantCulture), "like", null),
            (feedback.Channel, feedback.AnswerId, feedback.Person, feedback.Reaction, feedback.Question)
        );
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000), feedback.At);
        Assert.Equal(new Dictionary<ulong, ulong> { [11] = 1 }, await after.AllowedChannelsAsync(Token));
        Assert.Equal("c", await after.FindConversationAsync(7, Token));
    }
}

/// <summary>The same in PostgreSQL.</summary>
public sealed class PostgresDiscordStateTests() : DiscordStateTests(TestState.InPostgres());
