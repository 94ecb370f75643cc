using NewsBot.Newsroom.Models;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

public sealed class BreakerTests(SeedArchive seeds) : IDisposable
{
    private const string Question = "Where was Putin at the time of the drone attack?";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly FakeTime time = new();
    private readonly SemaphoreSlim asked = new(0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => asked.Dispose();

    [Fact]
    public async Task SilentModel_CostsTheFirstReaderTheirPatience_AndTheNextOnesNothing()
    {
        await using var server = await StartAsync(_ => ModelReply.Silent());
        await using var model = Newsroom(server);

        await WaitInVainAsync(model);

        // The clock stands: whoever waited for the model would wait for ever.
        for (var i = 0; i < 20; i++)
            Assert.Equal("extractive", (await model.AskAsync(Question).InTimeAsync()).Composer);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task SilentModel_IsTriedAgainAfterAPause_AndThenAfterALongerOne()
    {
        await using var server = await StartAsync(_ => ModelReply.Silent());
        await using var model = Newsroom(server);
        await WaitInVainAsync(model);

        time.Advance(TimeSpan.FromSeconds(30));
        await WaitInVainAsync(model);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("extractive", (await model.AskAsync(Question).InTimeAsync()).Composer);

        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task ModelThatIsBack_WritesAgain()
    {
        var isSilent = true;
        await using var server = await StartAsync(call =>
            isSilent
                ? ModelReply.Silent()
                : ModelReply.Statements(
                    new ScriptedStatement(
                        "Putin was not in the Kremlin at the time of the alleged strike.",
                        new ScriptedCitation(
                            call.IdOf("Putin was not in the Kremlin at the time of the alleged strike")!,
                            "Dmitry Peskov, said Putin was not in the Kremlin at the time of the alleged strike."
                        )
                    )
                )
        );
        await using var model = Newsroom(server);
        await WaitInVainAsync(model);

        isSilent = false;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("scripted-1", (await model.AskAsync(Question).InTimeAsync()).Composer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_OpensTheCircuit_AndSlowSpeechDoesNotYet(bool hasSpoken)
    {
        var guard = new ModelGuard(time);
        using var patience = new CancellationTokenSource();
        var slow = guard.RunAsync(token => Task.Delay(Timeout.InfiniteTimeSpan, token), patience.Token, patience.Token, () => hasSpoken);
        await patience.CancelAsync();
        Assert.Equal(ModelFailure.Timeout, (await Assert.ThrowsAsync<ModelException>(() => slow.InTimeAsync())).Failure);

        var next = guard.RunAsync(_ => Task.CompletedTask, CancellationToken.None, Cancellation);

        if (hasSpoken)
            await next;
        else
            Assert.Equal(ModelFailure.CircuitOpen, (await Assert.ThrowsAsync<ModelException>(() => next)).Failure);
    }

    [Fact]
    public async Task Silence_ThatEndsAsABrokenConnection_OpensTheCircuitToo()
    {
        var guard = new ModelGuard(time);
        using var patience = new CancellationTokenSource();
        var silent = guard.RunAsync(
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token)
                    .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw new ModelException(ModelFailure.Unavailable, "The connection broke.");
            },
            patience.Token,
            patience.Token
        );
        await patience.CancelAsync();

        Assert.Equal(ModelFailure.Timeout, (await Assert.ThrowsAsync<ModelException>(() => silent.InTimeAsync())).Failure);
        var next = guard.RunAsync(_ => Task.CompletedTask, CancellationToken.None, Cancellation);
        Assert.Equal(ModelFailure.CircuitOpen, (await Assert.ThrowsAsync<ModelException>(() => next)).Failure);
    }

    private Task<ScriptedModelServer> StartAsync(Func<ModelCall, ModelReply> script) =>
        ScriptedModelServer.StartAsync(call =>
        {
            asked.Release();
            return script(call);
        });

    private ModelArchive Newsroom(ScriptedModelServer server) =>
        new(seeds.Archive.Archive, server, ModelArchive.Options(server) with { Patience = Patience }, time);

    /// <summary>Asks, and lets the reader's patience end once the model was asked.</summary>
    private async Task WaitInVainAsync(ModelArchive model)
    {
        var answer = model.AskAsync(Question);
        await asked.WaitAsync(Cancellation).InTimeAsync();
        time.Advance(Patience);
        Assert.Equal("extractive", (await answer.InTimeAsync()).Composer);
    }
}
