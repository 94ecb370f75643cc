using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.BotFramework;

/// <summary>That activities do go through the SDK's adapter, and what it makes of odd ones.</summary>
public sealed class TeamsAdapterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Middleware_OnTheAdapter_SeesWhatComesIn()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var seen = new List<Microsoft.Bot.Schema.Activity>();
        host.Services.GetRequiredService<CloudAdapter>().Use(new Watching(seen));

        using var response = await host.PostAndSettleAsync(Activities.Message("where was Putin?"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["where was Putin?"], seen.Select(activity => activity.Text));
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task MiddlewareThatFails_LeavesTheMessageUnacknowledged()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        host.Services.GetRequiredService<CloudAdapter>().Use(new Failing());

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.PostAsync(Activities.Message()));

        Assert.Equal(0, (await host.Store.CountAsync(TestContext.Current.CancellationToken)).WaitingTurns);
    }

    [Fact]
    public async Task Answer_IsSentByTheSdksConnectorClient()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var agents = new List<string>();
        host.Connector.Serve(
            $"{Activities.ServiceUrl}/v3/conversations/chat-1/activities/q1",
            request =>
            {
                agents.Add(request.Headers.UserAgent.ToString());
                return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") };
            }
        );

        using var response = await host.PostAndSettleAsync(Activities.Message(id: "q1"));

        Assert.Contains("BotBuilder/4.23.1", Assert.Single(agents), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "who won the cup?")]
    [InlineData("ServiceUrl", "http://127.0.0.1:9/elsewhere")]
    [InlineData("TYPE", "invoke")]
    public async Task Activity_ThatReadsInTwoWays_IsRefused(string name, string value)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(Activities.Message().With(name, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Newsroom.Asked);
        Assert.Empty(host.Connector.Calls);
    }

    /// <summary>The SDK's own parser would refuse them: it makes times of both.</summary>
    [Theory]
    [InlineData("timestamp", "yesterday")]
    [InlineData("localTimestamp", "noon")]
    public async Task Activity_WithAnOddTime_IsTaken(string name, string value)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(Activities.Message().With(name, value));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(host.Connector.Messages);
    }

    [Fact]
    public async Task Middleware_ThatEndsTheTurn_AcknowledgesIt_AndNothingIsTakenIn()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        host.Services.GetRequiredService<CloudAdapter>().Use(new Ending());

        using var response = await host.PostAndSettleAsync(Activities.Message());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Newsroom.Asked);
    }

    [Fact]
    public async Task Middleware_SeesWhoWroteWhat_AndWhere()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var seen = new List<Microsoft.Bot.Schema.Activity>();
        host.Services.GetRequiredService<CloudAdapter>().Use(new Watching(seen));

        await host.PostAndSettleAsync(Activities.Message("where was Putin?", id: "q1", conversation: "chat-9"));

        var activity = Assert.Single(seen);
        var (from, conversation) = (activity.From, activity.Conversation);
        Assert.Equal(("message", "q1", "msteams"), (activity.Type, activity.Id, activity.ChannelId));
        Assert.Equal((Activities.ServiceUrl, Activities.Bot), (activity.ServiceUrl, activity.Recipient.Id));
        Assert.Equal(("29:alex", "Alex Wilber", "alex-object"), (from.Id, from.Name, from.AadObjectId));
        Assert.Equal(("chat-9", "personal", "tenant-1"), (conversation.Id, conversation.ConversationType, conversation.TenantId));
        Assert.Equal(("where was Putin?", "plain"), (activity.Text, activity.TextFormat));
    }

    [Fact]
    public async Task Message_ThatWantsItsAnswersInTheResponse_IsAcknowledgedLikeOthers()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(Activities.Message().With("deliveryMode", "expectReplies"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Single(host.Connector.Messages);
    }

    private sealed class Watching(List<Microsoft.Bot.Schema.Activity> seen) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(turnContext.Activity);
            return next(cancellationToken);
        }
    }

    private sealed class Ending : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;
    }

    private sealed class Failing : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("middleware");
    }
}
