using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Bridges.BotFramework.Tests;

/// <summary>That activities do go through the SDK's adapter, and what it makes of odd ones.</summary>
public sealed class CloudAdapterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Middleware_OnTheAdapter_SeesWhatComesIn()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var seen = new List<string>();
        host.Services.GetRequiredService<CloudAdapter>().Use(new Watching(seen));

        using var response = await host.PostAndSettleAsync(Activities.Message("where was Putin?"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["where was Putin?"], seen);
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
        host.Connector.Serve($"{Activities.ServiceUrl}/v3/conversations/chat-1/activities/q1", request =>
        {
            agents.Add(request.Headers.UserAgent.ToString());
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") };
        });

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

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Newsroom.Asked);
        Assert.Empty(host.Connector.Calls);
    }

    [Theory]
    [InlineData("timestamp", "yesterday")]
    [InlineData("localTimestamp", "noon")]
    public async Task Activity_ThatTheSdkCannotRead_IsNoActivity(string name, string value)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(Activities.Message().With(name, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Newsroom.Asked);
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

    [Fact]
    public async Task UnknownInvoke_IsNotImplemented()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(Activities.Invoke("composeExtension/query", new JsonObject()));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private sealed class Watching(List<string> seen) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(turnContext.Activity.Text);
            return next(cancellationToken);
        }
    }

    private sealed class Failing : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => throw new InvalidOperationException("middleware");
    }
}
