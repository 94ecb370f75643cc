using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive.Store;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Turns;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Turns;

/// <summary>What becomes of interactions whose host dies, stops or is cut off after it promised an answer.</summary>
public abstract class LeftInteractionTests : IAsyncDisposable
{
    private readonly TestState opened;
    private readonly List<Host> hosts = [];

    private protected LeftInteractionTests(TestState opened) => this.opened = opened;

    private protected FakeTime Time { get; } = new();

    private protected List<StateDatabase> Databases { get; } = [];

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.Turns.StopAsync(CancellationToken.None).InTimeAsync();
            host.Turns.Dispose();
        }

        foreach (var database in Databases)
            await database.DisposeAsync();
        opened.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Question_OfAHostThatDied_IsAnsweredByAnother_Once()
    {
        var ask = Ask();
        await DieOverAsync(ask);

        var other = NewHost();
        Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
        await other.TakeUpAsync();

        Assert.Equal(ask.Token, Assert.Single(other.Messenger.EditedByToken).Token);
        Assert.Equal("why?", Assert.Single(other.Asked));

        var third = NewHost();
        Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
        await third.TakeUpAsync();
        Assert.Empty(third.Asked);
    }

    [Fact]
    public async Task Subcommand_WithItsOptions_IsStoredWhole()
    {
        var alert = Read(ScriptedInteraction.Subcommand("alert", "list"));
        NewHost();
        var inbox = new DiscordInbox(Databases[^1], Time);
        Assert.True(await inbox.AddAsync(alert, new Snowflake(1), Token));

        Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
        var left = Assert.Single(await new DiscordInbox(Databases[^1], Time).TakeUpAsync(TimeSpan.FromMinutes(14), Token));

        Assert.Equal(alert.Data!.Options![0].Name, left.Interaction.Data!.Options![0].Name);
        Assert.Equal(
            (alert.Token, alert.ChannelId, alert.Member?.User?.Id),
            (left.Interaction.Token, left.Interaction.ChannelId, left.Interaction.Member?.User?.Id)
        );
    }

    [Fact]
    public async Task Question_ThatWasAnswered_IsNotAnsweredAgain()
    {
        var first = NewHost();
        first.Turns.OnInteraction(Ask(), first.Messenger);
        await first.Turns.IdleAsync();

        var other = NewHost();
        Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
        await other.TakeUpAsync();

        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Question_ThatEndsTheHostEachTime_IsGivenUp_WithANotice()
    {
        await DieOverAsync(Ask());
        for (var death = 1; death < DiscordInbox.MostTries; death++)
        {
            var next = NewHost();
            next.Hold();
            Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
            await next.Turns.TakeUpAsync(Token);
            await next.AskedAsync();
        }

        var last = NewHost();
        Time.Advance(DiscordInbox.Lease + TimeSpan.FromSeconds(1));
        await last.TakeUpAsync();

        Assert.Empty(last.Asked);
        Assert.Contains("went wrong", Assert.Single(last.Messenger.EditedByToken).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WhoseTokenIsVoid_IsDropped()
    {
        await DieOverAsync(Ask());

        var other = NewHost();
        Time.Advance(TimeSpan.FromMinutes(15));
        await other.TakeUpAsync();

        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Question_WhoseFirstAnswerNeverArrived_IsNotPostedInTheChannel()
    {
        await DieOverAsync(Ask());

        var other = NewHost();
        other.Messenger.OriginalFailure = new DeliveryFailure(DeliveryFailureKind.Refused, 404, DeliveryFailure.UnknownWebhook, "unknown");
        Time.Advance(DiscordInbox.Lease + TimeSpan.FromMinutes(2));
        await other.TakeUpAsync();

        Assert.Equal("edit", await other.Messenger.NextAsync());
        Assert.False(other.Messenger.HasMore);
    }

    private protected static InteractionJson Ask() => Read(ScriptedInteraction.Command("ask", ("question", "why?")));

    private static InteractionJson Read(ScriptedInteraction interaction) =>
        JsonSerializer.Deserialize(interaction.Json.ToJsonString(), DiscordJson.Default.InteractionJson)!;

    /// <summary>Promises an answer by a host that does nothing more, as a killed one.</summary>
    private async Task DieOverAsync(InteractionJson interaction)
    {
        var host = NewHost();
        host.Hold();
        host.Turns.OnInteraction(interaction, host.Messenger);
        Assert.Equal("acknowledge 5", await host.Messenger.NextAsync());
        await host.AskedAsync();
    }

    private protected Host NewHost()
    {
        var database = opened.Open(FeedbackStore.Schema, CitedPosts.Schema, DiscordState.Schema);
        Databases.Add(database);
        var host = new Host(database, Time);
        hosts.Add(host);
        return host;
    }

    private protected sealed class Host
    {
        private readonly TaskCompletionSource isAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Host(StateDatabase database, FakeTime time)
        {
            Newsroom = new ScriptedNewsroom
            {
                Answering = (question, _) => Task.FromResult(ScriptedNewsroom.Answer(Asking(question.Text))),
            };
            Turns = new DiscordTurns(
                new DiscordOptions
                {
                    Token = "t",
                    Channels = [ulong.Parse(ScriptedDiscord.ChannelId, System.Globalization.CultureInfo.InvariantCulture)],
                    QuestionsPerUserAndMinute = 1000,
                    QuestionsPerGuildAndMinute = 1000,
                },
                Messenger,
                Newsroom,
                new DiscordState(database, time),
                new DiscordInbox(database, time),
                new FeedbackStore(database),
                new DiscordPostedChannel(Messenger, new CitedPosts(database, time), time),
                time,
                NullLogger.Instance
            );
        }

        public ScriptedMessenger Messenger { get; } = new();

        public ScriptedNewsroom Newsroom { get; }

        public DiscordTurns Turns { get; }

        public List<string> Asked { get; } = [];

        public TaskCompletionSource<Answer> Hold()
        {
            var answer = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
            Newsroom.Answering = (question, token) =>
            {
                Asking(question.Text);
                return answer.Task.WaitAsync(token);
            };
            return answer;
        }

        public Task AskedAsync() => isAsked.Task.InTimeAsync(what: "the question");

        public async Task TakeUpAsync()
        {
            await Turns.TakeUpAsync(Token);
            await Turns.IdleAsync();
        }

        private string Asking(string question)
        {
            lock (Asked)
                Asked.Add(question);
            isAsked.TrySetResult();
            return question;
        }
    }
}

public sealed class InFileLeftInteractionTests() : LeftInteractionTests(TestState.InFile())
{
    [Fact]
    public async Task Question_ThatCannotBeStored_IsAnsweredAllTheSame_OnASingleHost()
    {
        var host = NewHost();
        using var release = new ManualResetEventSlim();
        var busy = Databases[0]
            .WriteAsync(
                _ =>
                {
                    release.Wait(Token);
                    return 0;
                },
                Token
            );
        host.Turns.OnInteraction(Ask(), host.Messenger);
        await Time.TimerOfAsync(TimeSpan.FromSeconds(1.5));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("acknowledge 5", await host.Messenger.NextAsync());
        release.Set();
        await busy;
        await host.Turns.IdleAsync();

        Assert.Single(host.Messenger.EditedByToken);
    }
}

public sealed class PostgresLeftInteractionTests() : LeftInteractionTests(TestState.InPostgres())
{
    [Fact]
    public async Task Question_OfAHostThatIsAlive_IsLeftToIt()
    {
        var first = NewHost();
        var answer = first.Hold();
        first.Turns.OnInteraction(Ask(), first.Messenger);
        await first.AskedAsync();

        var other = NewHost();
        for (var seconds = 0; seconds < 60; seconds += 6)
        {
            Time.Advance(TimeSpan.FromSeconds(6));
            await first.Turns.TakeUpAsync(Token);
            await other.TakeUpAsync();
        }

        answer.SetResult(ScriptedNewsroom.Answer("why?"));
        await first.Turns.IdleAsync();
        Assert.Empty(other.Asked);
        Assert.Single(first.Messenger.EditedByToken);
    }

    [Fact]
    public async Task Question_OfAHostThatStops_IsAnsweredByAnotherAtOnce()
    {
        var first = NewHost();
        first.Hold();
        first.Turns.OnInteraction(Ask(), first.Messenger);
        await first.AskedAsync();
        await first.Turns.StopAsync(Token).InTimeAsync();

        var other = NewHost();
        await other.TakeUpAsync();

        Assert.Empty(first.Messenger.EditedByToken);
        Assert.Single(other.Messenger.EditedByToken);
    }

    [Fact]
    public async Task Question_ThatTheStoreCannotAnswerNow_IsTriedAgain()
    {
        var host = NewHost();
        host.Newsroom.Answering = (_, _) => throw new StoreException(StoreFailure.Unavailable, "The server does not answer.");
        host.Turns.OnInteraction(Ask(), host.Messenger);
        await host.Turns.IdleAsync();
        Assert.Empty(host.Messenger.EditedByToken);

        host.Newsroom.Answering = (question, _) => Task.FromResult(ScriptedNewsroom.Answer(question.Text));
        Time.Advance(DiscordInbox.Lease);
        await host.TakeUpAsync();

        Assert.DoesNotContain("went wrong", Assert.Single(host.Messenger.EditedByToken).Content ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WhoseHandlingFails_IsTriedAgain()
    {
        var host = NewHost();
        host.Messenger.Thrown = new StoreException(StoreFailure.Unavailable, "The server does not answer.");
        host.Turns.OnInteraction(Ask(), host.Messenger);
        await host.Turns.IdleAsync();
        Assert.Empty(host.Messenger.EditedByToken);

        Time.Advance(DiscordInbox.Lease);
        await host.TakeUpAsync();

        Assert.Single(host.Messenger.EditedByToken);
    }

    [Fact]
    public async Task Question_ThatTwoHostsGet_IsAnsweredByOne()
    {
        var (one, two, ask) = (NewHost(), NewHost(), Ask());
        one.Turns.OnInteraction(ask, one.Messenger);
        two.Turns.OnInteraction(ask, two.Messenger);
        await one.Turns.IdleAsync();
        await two.Turns.IdleAsync();

        Assert.Equal(1, one.Asked.Count + two.Asked.Count);
        Assert.Equal(1, one.Messenger.EditedByToken.Count + two.Messenger.EditedByToken.Count);
    }
}
