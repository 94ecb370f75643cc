using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Receiving;

/// <summary>Activities as a real client sent them, through the real endpoint.</summary>
public sealed class FixtureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("message-personal", HttpStatusCode.Accepted, "answer")]
    [InlineData("message-mention-groupChat", HttpStatusCode.Accepted, "answer")]
    [InlineData("message-mention-channel", HttpStatusCode.Accepted, "answer")]
    [InlineData("message-mention-threadreply-channel", HttpStatusCode.Accepted, "answer")]
    [InlineData("message-submit-personal", HttpStatusCode.Accepted, "message")]
    [InlineData("installationUpdate-add-personal", HttpStatusCode.Accepted, "message")]
    [InlineData("installationUpdate-add-groupChat", HttpStatusCode.Accepted, "message")]
    [InlineData("installationUpdate-add-channel", HttpStatusCode.Accepted, "message")]
    [InlineData("installationUpdate-remove-personal", HttpStatusCode.Accepted, "nothing")]
    [InlineData("conversationUpdate-membersAdded-personal", HttpStatusCode.Accepted, "message")]
    [InlineData("conversationUpdate-membersAdded-groupChat", HttpStatusCode.Accepted, "message")]
    [InlineData("conversationUpdate-teamMemberAdded-channel", HttpStatusCode.Accepted, "nothing")]
    [InlineData("conversationUpdate-teamRenamed-channel", HttpStatusCode.Accepted, "nothing")]
    [InlineData("conversationUpdate-channelCreated-channel", HttpStatusCode.Accepted, "nothing")]
    [InlineData("messageReaction-channel", HttpStatusCode.Accepted, "nothing")]
    [InlineData("invoke-adaptiveCard_action-personal", HttpStatusCode.OK, "nothing")]
    [InlineData("invoke-message_submitAction-personal", HttpStatusCode.OK, "nothing")]
    public async Task Fixture_ThroughTheEndpoint_GetsStatusAndCalls(string name, HttpStatusCode status, string leadsTo)
    {
        var activity = Fixture(name);
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(activity);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(host.Connector.Faults);
        if (leadsTo == "nothing")
        {
            Assert.Empty(host.Connector.Calls);
            return;
        }

        var message = Assert.Single(host.Connector.Messages);
        var conversation = activity["conversation"]!["id"]!.GetValue<string>();
        Assert.Equal(conversation, message.Conversation);
        Assert.Equal(activity["type"]!.GetValue<string>() == "message" ? activity["id"]!.GetValue<string>() : null, message.Target);
        Assert.StartsWith(activity["serviceUrl"]!.GetValue<string>() + "/v3/conversations/", message.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(message.Authorization);
        Assert.Same(message, host.Connector.Calls[^1]);
        if (leadsTo == "answer")
        {
            Assert.Contains("[1]", message.Text("text"), StringComparison.Ordinal);
            Assert.Equal("typing", host.Connector.Calls[0].Type);
        }
    }

    [Fact]
    public async Task CardAction_Unknown_IsAnsweredWithStatusCodeTypeAndValue()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(Fixture("invoke-adaptiveCard_action-personal"));

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, json.RootElement.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.activity.message", json.RootElement.GetProperty("type").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("value").GetString()!);
    }

    [Fact]
    public async Task Feedback_OfTheClient_IsKeptWithQuestionPassagesAndAnswer()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Fixture("message-personal"));

        using var response = await host.PostAsync(Fixture("invoke-message_submitAction-personal"));

        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var feedback = Assert.Single(await host.Store.ReadFeedbackAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal("like", feedback.Reaction);
        Assert.Equal("good", feedback.Comment);
        Assert.Equal("bad", feedback.Question);
        Assert.Contains(Given.Quote, feedback.Answer, StringComparison.Ordinal);
        Assert.Equal([Given.Passage().Text], feedback.Passages);
    }

    private static JsonObject Fixture(string name)
    {
        var file = SharedFolder.Require($"fixtures/teams/teams-{name}.json");
        return JsonNode.Parse(File.ReadAllText(file))!["activity"]!.DeepClone().AsObject();
    }
}
