using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Receiving;

/// <summary>One activity of each kind that Teams sends, through the real endpoint.</summary>
public sealed class ProtocolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, HttpStatusCode, string> Kinds =>
        new()
        {
            { "message-personal", HttpStatusCode.Accepted, "answer" },
            { "message-mention-groupChat", HttpStatusCode.Accepted, "answer" },
            { "message-mention-channel", HttpStatusCode.Accepted, "answer" },
            { "message-mention-threadreply-channel", HttpStatusCode.Accepted, "answer" },
            { "message-submit-personal", HttpStatusCode.Accepted, "message" },
            { "installationUpdate-add-personal", HttpStatusCode.Accepted, "message" },
            { "installationUpdate-add-groupChat", HttpStatusCode.Accepted, "message" },
            { "installationUpdate-add-channel", HttpStatusCode.Accepted, "message" },
            { "installationUpdate-remove-personal", HttpStatusCode.Accepted, "nothing" },
            { "conversationUpdate-membersAdded-personal", HttpStatusCode.Accepted, "message" },
            { "conversationUpdate-membersAdded-groupChat", HttpStatusCode.Accepted, "message" },
            { "conversationUpdate-teamMemberAdded-channel", HttpStatusCode.Accepted, "nothing" },
            { "conversationUpdate-teamRenamed-channel", HttpStatusCode.Accepted, "nothing" },
            { "conversationUpdate-channelCreated-channel", HttpStatusCode.Accepted, "nothing" },
            { "messageReaction-channel", HttpStatusCode.Accepted, "nothing" },
            { "invoke-adaptiveCard_action-personal", HttpStatusCode.OK, "nothing" },
            { "invoke-message_submitAction-personal", HttpStatusCode.OK, "nothing" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Activity_ThroughTheEndpoint_GetsStatusAndCalls(string name, HttpStatusCode status, string leadsTo) =>
        CheckAsync(_folder, ConnectorActivities.Of(name, Activities.ServiceUrl), status, leadsTo);

    [Fact]
    public void EveryKind_IsTried() => Assert.Equal(ConnectorActivities.Names.Order(), Kinds.Select(kind => kind.Data.Item1).Order());

    /// <summary>The same with what a real client sent, where its samples are at hand.</summary>
    [Fact]
    public async Task SamplesOfAClient_ThroughTheEndpoint_GetTheSame()
    {
        foreach (var (name, status, leadsTo) in Kinds.Select(kind => kind.Data))
        {
            using var folder = new TemporaryFolder();
            await CheckAsync(folder, Sample(name), status, leadsTo);
        }
    }

    [Fact]
    public async Task CardAction_Unknown_IsAnsweredWithStatusCodeTypeAndValue()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(ConnectorActivities.Of("invoke-adaptiveCard_action-personal", Activities.ServiceUrl));

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, json.RootElement.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.activity.message", json.RootElement.GetProperty("type").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("value").GetString()!);
    }

    [Fact]
    public async Task Feedback_OfTheClient_IsKeptWithQuestionPassagesAndAnswer()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(ConnectorActivities.Of("message-personal", Activities.ServiceUrl));

        using var response = await host.PostAsync(ConnectorActivities.Of("invoke-message_submitAction-personal", Activities.ServiceUrl));

        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var feedback = Assert.Single(await host.FeedbackAsync());
        Assert.Equal("like", feedback.Reaction);
        Assert.Equal("good", feedback.Comment);
        Assert.Equal("where was Putin?", feedback.Question);
        Assert.Contains(Given.Quote, feedback.Answer, StringComparison.Ordinal);
        Assert.Equal([Given.Passage().Text], feedback.Citations.Select(cited => cited.Passage));
    }

    private static async Task CheckAsync(TemporaryFolder folder, JsonObject activity, HttpStatusCode status, string leadsTo)
    {
        await using var host = await TeamsHost.StartAsync(folder);

        using var response = await host.PostAndSettleAsync(activity);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(host.Connector.Faults);
        if (leadsTo == "nothing")
        {
            Assert.Empty(host.Connector.Calls);
            return;
        }

        var message = Assert.Single(host.Connector.Messages);
        Assert.Equal(activity["conversation"]!["id"]!.GetValue<string>(), message.Conversation);
        Assert.Equal(activity["type"]!.GetValue<string>() == "message" ? activity["id"]!.GetValue<string>() : null, message.Target);
        Assert.StartsWith(
            activity["serviceUrl"]!.GetValue<string>() + "/v3/conversations/",
            message.Url.AbsoluteUri,
            StringComparison.Ordinal
        );
        Assert.Null(message.Authorization);
        Assert.Same(message, host.Connector.Calls[^1]);
        if (leadsTo == "answer")
        {
            Assert.Contains("[1]", message.Text("text"), StringComparison.Ordinal);
            Assert.Equal("typing", host.Connector.Calls[0].Type);
        }
    }

    private static JsonObject Sample(string name) =>
        JsonNode.Parse(File.ReadAllText(SharedFolder.Require($"fixtures/teams/teams-{name}.json")))!["activity"]!.DeepClone().AsObject();
}
