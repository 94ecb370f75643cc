using Microsoft.Extensions.DependencyInjection;
using NewsBot.CommandLine;
using NewsBot.Newsroom.State;
using NewsBot.Retention;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Retention;

public sealed class RetentionTests
{
    private static readonly string[] Tables = ["conversation", "feedback", "audit", "teams_turns", "teams_posts", "teams_answers"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Purge_RunsAtTheStart_AndOnceADay()
    {
        var time = new FakeTime();
        var runs = new Runs();
        using var service = new RetentionService([runs.Rule("a")], time, new LogLines<RetentionService>());

        await service.StartAsync(Stop);
        var first = await runs.NextAsync();
        await time.TimerOfAsync(RetentionService.Interval);
        time.Advance(RetentionService.Interval - TimeSpan.FromSeconds(1));
        var early = runs.Count;
        time.Advance(TimeSpan.FromSeconds(1));
        var second = await runs.NextAsync();
        await service.StopAsync(Stop);

        Assert.Equal(1, early);
        Assert.Equal(RetentionService.Interval, second - first);
    }

    [Fact]
    public async Task KindThatFails_IsLogged_AndDoesNotKeepTheOthers()
    {
        var runs = new Runs();
        var log = new LogLines<RetentionService>();
        using var service = new RetentionService(
            [new RetentionRule("broken", (_, _) => throw new InvalidOperationException("no space")), runs.Rule("a")],
            new FakeTime(),
            log
        );

        await service.StartAsync(Stop);
        await runs.NextAsync();
        var line = await log.LineAsync(line => line.StartsWith("Error: Old records could not be deleted", StringComparison.Ordinal));
        await service.StopAsync(Stop);

        Assert.Contains("broken: no space", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_DeletesWhatIsOld_OfEveryKind_AndNothingElse()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("other.txt", "A library opened in York.")]);
        var state = host.Services.GetRequiredService<StateDatabase>();
        var now = TimeProvider.System.GetUtcNow();
        await state.WriteAsync(db => Add(db, DateTimeOffset.UnixEpoch, "old") + Add(db, now, "new"), Stop);

        foreach (var rule in host.Services.GetServices<RetentionRule>())
            await rule.PurgeAsync(now, Stop);

        foreach (var table in Tables)
            Assert.Equal(
                (table, 1L, (long)now.ToUnixTimeMilliseconds()),
                await state.ReadAsync(db => (table, (long)db.Value($"SELECT COUNT(*) FROM {table}")!, TimeIn(db, table)), Stop)
            );
    }

    [Theory]
    [InlineData("FeedbackDays", "0")]
    [InlineData("ConversationMinutes", "1441")]
    [InlineData("FinishedMessagesDays", "soon")]
    public async Task WrongTime_IsExplained(string key, string value)
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", $$$"""{"Retention":{"{{{key}}}":"{{{value}}}"}}""");

        var run = await CommandRun.InAsync(folder, "audit");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.StartsWith($"Setting Retention:{key} is \"{value}\"", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static int Add(StateConnection db, DateTimeOffset at, string name) =>
        db.Run("INSERT INTO conversation (key, question, asked) VALUES ($1, $1, $2)", name, at)
        + db.Run("INSERT INTO feedback (channel, reaction, citations, at) VALUES ('page', 'like', '[]', $1)", at)
        + db.Run("INSERT INTO audit (channel, action, at) VALUES ('page', 'asked', $1)", at)
        + db.Run("INSERT INTO teams_turns (key, conversation, received, finished) VALUES ($1, 'chat', $2, $2)", name, at)
        + db.Run("INSERT INTO teams_posts (kind, conversation, service_url, state, tried) VALUES (0, 'chat', 'x', 2, $1)", at)
        + db.Run(
            "INSERT INTO teams_answers (id, conversation, question, text, citations, at) VALUES ($1, 'chat', 'q', 'a', '[]', $2)",
            name,
            at
        );

    private static long TimeIn(StateConnection db, string table)
    {
        var column = table switch
        {
            "conversation" => "asked",
            "teams_turns" => "finished",
            "teams_posts" => "tried",
            _ => "at",
        };
        return (long)db.Value($"SELECT MIN({column}) FROM {table}")!;
    }

    /// <summary>Records when a rule ran.</summary>
    private sealed class Runs
    {
        private readonly System.Threading.Channels.Channel<DateTimeOffset> times =
            System.Threading.Channels.Channel.CreateUnbounded<DateTimeOffset>();
        private int count;

        public int Count => Volatile.Read(ref count);

        public RetentionRule Rule(string kind) =>
            new(
                kind,
                (now, _) =>
                {
                    Interlocked.Increment(ref count);
                    times.Writer.TryWrite(now);
                    return Task.CompletedTask;
                }
            );

        public Task<DateTimeOffset> NextAsync() => times.Reader.ReadAsync(Stop).AsTask().InTimeAsync();
    }
}
