using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Processing;

/// <summary>The short form of the load run: a connector that fails a fifth of the posts, and a host that is stopped in between.</summary>
public sealed class FaultTests : IDisposable
{
    private const int Conversations = 10;
    private const int Messages = 300;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning, leapUpTo: TimeSpan.FromMinutes(59));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task FailingConnector_AndRestarts_LeaveNoMessageUnanswered_AndSecondAnswersOnlyForPostsOfUnknownFate(int seed)
    {
        // Workers post at the same time, and neither the numbers nor the counter bear that.
        var drawing = new Lock();
        var random = new Random(seed);
        var unknown = 0;
        var connector = new ScriptedConnector(_time)
        {
            Script = (body, _) =>
            {
                lock (drawing)
                {
                    if (body.GetProperty("type").GetString() != "message" || random.Next(100) >= 20)
                        return ConnectorAnswer.Ok;
                    var answer = (ConnectorAnswer[])
                        [
                            ConnectorAnswer.TooMany(TimeSpan.FromSeconds(3)),
                            ConnectorAnswer.BadGateway,
                            ConnectorAnswer.DroppedBefore,
                            ConnectorAnswer.DroppedAfter,
                        ];
                    var drawn = answer[random.Next(answer.Length)];
                    unknown += drawn == ConnectorAnswer.DroppedAfter ? 1 : 0;
                    return drawn;
                }
            },
        };
        for (var run = 0; run < 3; run++)
        {
            await using var host = await TeamsHost.StartAsync(_folder, connector: connector, time: _time);
            for (var i = run * Messages / 3; i < (run + 1) * Messages / 3; i++)
                using (await host.PostAsync(Activities.Message(id: $"{i}", conversation: $"chat-{i % Conversations}"))) { }
        }

        await using var last = await TeamsHost.StartAsync(_folder, connector: connector, time: _time);
        await last.WhenIdleAsync();

        var answers = connector.Messages.CountBy(m => m.Target!).ToDictionary();
        Assert.Equal(Messages, answers.Count);
        Assert.Equal(unknown, connector.Messages.Count - Messages);
        Assert.True(unknown <= (await last.Store.CountAsync(TestContext.Current.CancellationToken)).UncertainTries);
        Assert.Empty(await last.Store.ReadDeadLettersAsync(1, TestContext.Current.CancellationToken));
        Assert.Empty(connector.Faults);
    }
}
