using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Answers that a model writes, shown while they are written.</summary>
public sealed class StreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning, leapUpTo: TimeSpan.FromSeconds(3));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ModelsAnswer_InAPersonalChat_IsStreamed_WithLabelAndCitationsInTheLastMessageOnly()
    {
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: Model(), time: _time);

        await host.PostAndSettleAsync(Activities.Message());

        var stream = host.Connector.Calls.Where(c => StreamInfo(c) is not null).ToList();
        Assert.Equal(
            ["informative", "streaming", "streaming", "final"],
            stream.Select(c => StreamInfo(c)!.Value.GetProperty("streamType").GetString())
        );
        Assert.Equal([1, 2, 3], stream.SkipLast(1).Select(c => StreamInfo(c)!.Value.GetProperty("streamSequence").GetInt32()));
        Assert.False(StreamInfo(stream[^1])!.Value.TryGetProperty("streamSequence", out _));
        Assert.Equal(["First.", "First. Second."], stream.Skip(1).SkipLast(1).Select(c => c.Text("text")));
        Assert.All(stream.Skip(1), c => Assert.Equal(stream[0].Id, StreamInfo(c)!.Value.GetProperty("streamId").GetString()));
        Assert.All(stream.SkipLast(1), c => Assert.Equal("typing", c.Type));
        Assert.Equal("message", stream[^1].Type);
        Assert.Contains("AIGeneratedContent", stream[^1].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Updates_ThatComeFasterThanTeamsAllows_AreLeftOut()
    {
        var newsroom = Model();
        newsroom.BetweenSteps = () => { };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom, time: new ManualTime(Given.Morning));

        await host.PostAndSettleAsync(Activities.Message());

        Assert.Single(host.Connector.Calls, c => c.Type == "typing" && StreamInfo(c) is not null);
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task ModelsAnswer_InAGroup_IsNotStreamed()
    {
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: Model(), time: _time);

        await host.PostAndSettleAsync(Activities.Message(kind: "groupChat").Mentioning((Activities.Bot, "Newsroom")));

        Assert.DoesNotContain(host.Connector.Calls, c => StreamInfo(c) is not null);
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task ReaderWhoPressesStop_GetsNoMoreUpdates_AndTheAnswerAsAMessageOfItsOwn()
    {
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: Model(), time: _time);
        var streamed = 0;
        host.Connector.Script = (body, _) =>
            body.GetRawText().Contains("streaminfo", StringComparison.Ordinal) && streamed++ >= 1
                ? ConnectorAnswer.Forbidden
                : ConnectorAnswer.Ok;

        await host.PostAndSettleAsync(Activities.Message());

        Assert.Equal(2, host.Connector.Calls.Count(c => StreamInfo(c) is not null));
        Assert.Null(StreamInfo(Assert.Single(host.Connector.Messages)));
    }

    [Fact]
    public async Task StreamClosedBeforeItsLastMessage_IsFollowedByAnOrdinaryOne()
    {
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: Model(), time: _time);
        host.Connector.Script = (body, _) =>
            body.GetRawText().Contains("\"final\"", StringComparison.Ordinal) ? ConnectorAnswer.Forbidden : ConnectorAnswer.Ok;

        await host.PostAndSettleAsync(Activities.Message());

        Assert.Null(StreamInfo(Assert.Single(host.Connector.Messages)));
        Assert.Empty(await host.Store.ReadDeadLettersAsync(1, TestContext.Current.CancellationToken));
    }

    private FakeNewsroom Model() =>
        new()
        {
            Steps =
            [
                new AnswerStep { Doing = "Reading the articles" },
                new AnswerStep { SoFar = Given.Answer() with { Text = "First." } },
                new AnswerStep { SoFar = Given.Answer() with { Text = "First. Second." } },
                new AnswerStep { Finished = Given.Answer() with { Composer = "some-model" } },
            ],
            BetweenSteps = () => _time.Advance(TimeSpan.FromSeconds(2)),
        };

    private static System.Text.Json.JsonElement? StreamInfo(ConnectorCall call) =>
        call.Body.TryGetProperty("entities", out var entities)
        && entities.EnumerateArray().FirstOrDefault(e => e.GetProperty("type").GetString() == "streaminfo")
            is { ValueKind: System.Text.Json.JsonValueKind.Object } info
            ? info
            : null;
}
