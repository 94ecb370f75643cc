using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

public sealed class BreakerTests(SeedArchive seeds)
{
    private const string Question = "Where was Putin at the time of the drone attack?";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task SilentModel_CostsTheFirstReaderTheirPatience_AndTheNextOnesNothing()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Silent());
        await using var model = Newsroom(server, time);

        await WaitInVainAsync(model, time);
        var asked = server.Calls.Count;

        // The clock stands: whoever waited for the model would wait for ever.
        for (var i = 0; i < 20; i++) Assert.Equal("extractive", (await model.AskAsync(Question).InTimeAsync()).Composer);
        Assert.Equal(asked, server.Calls.Count);
    }

    [Fact]
    public async Task SilentModel_IsTriedAgainAfterThePause_AndThenAfterALongerOne()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Silent());
        await using var model = Newsroom(server, time);
        await WaitInVainAsync(model, time);
        var asked = server.Calls.Count;

        time.Advance(TimeSpan.FromSeconds(30));
        await WaitInVainAsync(model, time);
        Assert.Equal(asked + 1, server.Calls.Count);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("extractive", (await model.AskAsync(Question).InTimeAsync()).Composer);

        Assert.Equal(asked + 1, server.Calls.Count);
    }

    [Fact]
    public async Task ModelThatIsBack_WritesAgain()
    {
        var time = new FakeTime();
        var isSilent = true;
        await using var server = await ScriptedModelServer.StartAsync(call => isSilent ? ModelReply.Silent() : ModelReply.Statements(new ScriptedStatement(
            "Putin was not in the Kremlin at the time of the alleged strike.",
            new ScriptedCitation(call.IdOf("Putin was not in the Kremlin at the time of the alleged strike")!, "Dmitry Peskov, said Putin was not in the Kremlin at the time of the alleged strike."))));
        await using var model = Newsroom(server, time);
        await WaitInVainAsync(model, time);

        isSilent = false;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("scripted-1", (await model.AskAsync(Question).InTimeAsync()).Composer);
    }

    [Fact]
    public async Task ModelThatSpeaksButIsSlow_IsAskedAgain()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync(ModelReply.Stalling("""{"statements":["""));
        await using var model = Newsroom(server, time);

        await WaitInVainAsync(model, time, server);
        await WaitInVainAsync(model, time, server);

        Assert.Equal(2, server.Calls.Count);
    }

    private ModelArchive Newsroom(ScriptedModelServer server, TimeProvider time) => new(seeds.Archive.Archive, server, ModelArchive.Options(server) with { Patience = Patience }, time);

    /// <summary>Asks, and lets the reader's patience end once the model was asked.</summary>
    private static async Task WaitInVainAsync(ModelArchive model, FakeTime time, ScriptedModelServer? spoken = null)
    {
        var asked = model.AskAsync(Question);
        await time.TimerOfAsync(Patience);
        if (spoken is not null) await spoken.Sent.InTimeAsync();
        time.Advance(Patience);
        Assert.Equal("extractive", (await asked.InTimeAsync()).Composer);
    }
}
