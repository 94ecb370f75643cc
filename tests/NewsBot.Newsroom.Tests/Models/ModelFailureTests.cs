using System.Net;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

public sealed class ModelFailureTests(SeedArchive seeds)
{
    private const string Question = "Where was Putin at the time of the drone attack?";

    public static TheoryData<string> Failures => [.. Replies.Keys];

    private static readonly Dictionary<string, ModelReply> Replies = new()
    {
        ["throttled"] = ModelReply.Failing(429),
        ["server error"] = ModelReply.Failing(500),
        ["overloaded"] = ModelReply.Failing(503),
        ["wrong key"] = ModelReply.Failing(401),
        ["unknown model"] = ModelReply.Failing(404),
        ["refusal"] = ModelReply.Refusing(),
        ["prose"] = ModelReply.Text("Putin was in Novo Ogaryovo, as everybody knows."),
        ["wrong JSON"] = ModelReply.Text("""{"answer":"Putin was in Novo Ogaryovo."}"""),
        ["JSON with wrong types"] = ModelReply.Text("""{"statements":[{"text":7,"citations":"p1"},{"text":["a"]}]}"""),
        ["half an object"] = ModelReply.Text("""{"statements":[{"text":"Putin was"""),
        ["closed stream"] = ModelReply.Closing("""{"statements":[{"text":"Put"""),
        ["stream that ends early"] = ModelReply.Cutting("""{"statements":[{"text":"Put"""),
        ["endless text"] = ModelReply.Endless(),
        ["endless JSON"] = ModelReply.Endless("""{"statements":[{"text":"a"""),
        ["empty body"] = ModelReply.Body(""),
        ["page of a proxy"] = ModelReply.Body("<html><body>502</body></html>"),
        ["nothing to say"] = ModelReply.Text("""{"statements":[]}"""),
        ["nulls"] = ModelReply.Text("""{"statements":[{"text":null,"citations":[null]},{}]}"""),
        ["search without end"] = ModelReply.Searching("drones"),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Model_ThatFails_LeavesTheExtractiveAnswer(string failure)
    {
        await using var model = new ModelArchive(seeds.Archive.Archive, await ScriptedModelServer.StartAsync(Replies[failure]));
        var expected = await seeds.Archive.Kernel.AskAsync(
            new QuestionRequest { Text = Question, Desk = null },
            TestContext.Current.CancellationToken
        );

        var answer = await model.AskAsync(Question);

        Assert.Equal(expected.Text, answer.Text);
        Assert.Equal("extractive", answer.Composer);
    }

    [Fact]
    public async Task Model_ThatIsSilent_CostsNoMoreThanTheReadersPatience()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Silent());
        await using var model = new ModelArchive(
            seeds.Archive.Archive,
            server,
            ModelArchive.Options(server) with
            {
                Patience = TimeSpan.FromSeconds(8),
            },
            time
        );

        var asked = model.AskAsync(Question);
        await time.TimerOfAsync(TimeSpan.FromSeconds(8));
        time.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal("extractive", (await asked).Composer);
    }

    [Fact]
    public async Task Model_ThatFailsAgainAndAgain_IsNotAskedForAWhile()
    {
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Failing(500));
        await using var model = new ModelArchive(seeds.Archive.Archive, server);

        for (var i = 0; i < 10; i++)
            await model.AskAsync(Question);

        Assert.InRange(server.Calls.Count, 2, 4);
    }

    [Fact]
    public async Task Failure_ThatPasses_IsTriedOnceMore()
    {
        var honest = "Putin was not in the Kremlin at the time of the alleged strike.";
        var calls = 0;
        await using var model = new ModelArchive(
            seeds.Archive.Archive,
            await ScriptedModelServer.StartAsync(call =>
                Interlocked.Increment(ref calls) == 1
                    ? ModelReply.Failing(503)
                    : ModelReply.Statements(
                        new ScriptedStatement(
                            honest,
                            new ScriptedCitation(
                                call.IdOf("Putin was not in the Kremlin at the time of the alleged strike")!,
                                "Dmitry Peskov, said Putin was not in the Kremlin at the time of the alleged strike."
                            )
                        )
                    )
            )
        );

        var answer = await model.AskAsync(Question);

        Assert.Equal(2, calls);
        Assert.Equal("scripted-1", answer.Composer);
        Assert.Equal(honest, answer.Statements[0].Text);
    }

    [Fact]
    public async Task Statements_ThatStoodBeforeTheStreamBroke_Stand()
    {
        var honest = "Putin was not in the Kremlin at the time of the alleged strike.";
        await using var model = new ModelArchive(
            seeds.Archive.Archive,
            await ScriptedModelServer.StartAsync(call =>
                ModelReply.Cutting(
                    ModelReply.JsonOf([
                        new ScriptedStatement(
                            honest,
                            new ScriptedCitation(
                                call.IdOf("Putin was not in the Kremlin at the time of the alleged strike")!,
                                "Putin was not in the Kremlin at the time of the alleged strike."
                            )
                        ),
                    ])[..^2] + ",{\"text\":\"Pu"
                )
            )
        );

        var answer = await model.AskAsync(Question);

        Assert.Equal([honest], answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task Desk_ThatSpentItsTokens_GetsExtractiveAnswers_UntilTheNextDay()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Text("""{"statements":[]}""") with { Tokens = 600 });
        await using var model = new ModelArchive(
            seeds.Archive.Archive,
            server,
            ModelArchive.Options(server) with
            {
                TokensPerAccountAndDay = 1000,
            },
            time
        );

        for (var i = 0; i < 4; i++)
            await model.AskAsync(Question, account: "sport");
        var ofSport = server.Calls.Count;
        await model.AskAsync(Question, account: "politics");
        var ofBoth = server.Calls.Count;
        time.Advance(TimeSpan.FromDays(1));
        await model.AskAsync(Question, account: "sport");

        Assert.Equal((2, 3, 4), (ofSport, ofBoth, server.Calls.Count));
    }

    [Fact]
    public async Task Endpoint_ThatIsNotThere_IsAFailureLikeAnyOther()
    {
        var options = new ModelOptions { Endpoint = new Uri($"http://{IPAddress.Loopback}:9/v1"), Name = "none" };
        var model = new ModelNewsroom(ModelConnectors.Chat(options), options, TimeProvider.System);
        var kernel = new NewsroomKernel(seeds.Archive.Archive, ModelArchive.Links, TimeProvider.System, model: model);

        var answer = await kernel.AskAsync(new QuestionRequest { Text = Question, Desk = null }, TestContext.Current.CancellationToken);

        Assert.Equal("extractive", answer.Composer);
    }

    [Fact]
    public async Task Reader_WhoLeaves_EndsTheTurn()
    {
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Silent());
        await using var model = new ModelArchive(seeds.Archive.Archive, server);
        using var leaving = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var step in model.Kernel.AskInStepsAsync(new QuestionRequest { Text = Question, Desk = null }, leaving.Token))
            {
                if (step.Doing is not null)
                    await leaving.CancelAsync();
            }
        });
    }
}
