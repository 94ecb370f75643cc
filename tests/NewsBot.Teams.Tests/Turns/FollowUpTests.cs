using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Questions that lead on from an answer.</summary>
public sealed class FollowUpTests : IDisposable
{
    private static readonly string[] Questions = ["Where was Zelensky?", "What did Peskov say?"];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answer_InAPersonalChat_IsFollowedByQuestions_AsSuggestedActions()
    {
        await using var host = await StartAsync();

        await host.PostAndSettleAsync(Activities.Message());

        Assert.Equal(2, host.Connector.Messages.Count);
        Assert.False(host.Connector.Messages[0].Body.TryGetProperty("suggestedActions", out _));
        Assert.Equal(Questions, Suggested(host.Connector.Messages[1]));
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Decline_IsFollowedByQuestionsToo()
    {
        await using var host = await StartAsync();
        host.Newsroom.Answer = request => Task.FromResult(Given.Decline(request.Text));

        await host.PostAndSettleAsync(Activities.Message());

        Assert.Equal(Questions, Suggested(host.Connector.Messages[1]));
    }

    /// <summary>Only personal chats show suggested actions.</summary>
    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Answer_ToAGroup_StandsAlone(string kind)
    {
        await using var host = await StartAsync();

        await host.PostAndSettleAsync(Activities.Message(kind: kind).Mentioning((Activities.Bot, "Newsroom")));

        Assert.Single(host.Connector.Messages);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("sources drone")]
    [InlineData("digest")]
    public async Task Command_IsNotFollowedByQuestions(string text)
    {
        await using var host = await StartAsync();

        await host.PostAndSettleAsync(Activities.Message(text));

        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task Questions_ThatCannotBeFound_CostNothing()
    {
        await using var host = await StartAsync();
        host.Newsroom.LeadsOn = (_, _) => throw new InvalidOperationException("No questions today.");

        await host.PostAndSettleAsync(Activities.Message());
        await host.PostAndSettleAsync(Activities.Message("where was Zelensky?"));

        Assert.Equal(2, host.Connector.Messages.Count);
        Assert.All(host.Connector.Messages, message => Assert.Contains("[1]", message.Text("text"), StringComparison.Ordinal));
        Assert.Empty(await host.Store.ReadDeadLettersAsync(10, Cancellation));
    }

    [Fact]
    public async Task Answer_DoesNotWaitForQuestions_AndWhoWritesOnGetsThoseOfTheNextAnswerOnly()
    {
        await using var host = await StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Newsroom.LeadsOn = async (_, cancellation) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        };

        await host.PostAsync(Activities.Message());
        await host.Connector.WaitForMessagesAsync(1);
        await asked.Task.InTimeAsync();
        host.Newsroom.LeadsOn = (_, _) => Task.FromResult<IReadOnlyList<string>>(Questions);
        await host.PostAndSettleAsync(Activities.Message("where was Zelensky?"));

        Assert.Equal(
            [false, false, true],
            host.Connector.Messages.Select(message => message.Body.TryGetProperty("suggestedActions", out _))
        );
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Questions_AreTakenBackWithTheArticlesOfTheirAnswer()
    {
        await using var host = await StartAsync();

        await host.PostAndSettleAsync(Activities.Message());

        var posts = await host.Services.GetRequiredService<CitedPosts>().FindAsync("drones.txt", Cancellation);
        Assert.Equal(
            host.Connector.Messages.Select(message => message.Id).Order(),
            posts.Select(post => post.Message?.Split('\n')[^1]).Order()
        );
        Assert.Equal(2, posts.Count);
    }

    private async Task<TeamsHost> StartAsync() =>
        await TeamsHost.StartAsync(
            _folder,
            newsroom: new FakeNewsroom { LeadsOn = (_, _) => Task.FromResult<IReadOnlyList<string>>(Questions) }
        );

    private static IEnumerable<string?> Suggested(ConnectorCall message) =>
        message
            .Body.GetProperty("suggestedActions")
            .GetProperty("actions")
            .EnumerateArray()
            .Select(action => action.GetProperty("value").GetString());
}
