using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Delivering;
using NewsBot.Teams.Options;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Teams;

/// <summary>
/// The whole host as Teams meets it: the seeds, the pipeline, the endpoint, and a connector that takes only what Teams takes.
/// </summary>
public sealed class TeamsEndpointTests
{
    [Fact]
    public async Task Question_InAPersonalChat_IsAnsweredWithCitationsThatLeadToArticlePages()
    {
        await using var connector = await ListeningConnector.StartAsync();
        await using var host = await TestHost.ListenAsync();
        var activity = ConnectorActivities.Of("message-personal", connector.Url);
        activity["text"] = "where was Putin?";

        using var response = await PostAsync(host, activity);
        var (conversation, message) = await connector.NextMessageAsync();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(activity["conversation"]!["id"]!.GetValue<string>(), conversation);
        var citation = message.GetProperty("entities")[0].GetProperty("citation")[0];
        Assert.Contains("[1]", message.GetProperty("text").GetString(), StringComparison.Ordinal);
        using var page = await host.Client.GetAsync(
            citation.GetProperty("appearance").GetProperty("url").GetString(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Alert_OnAnArticleThatAnotherProcessIngests_IsPostedInTheChat()
    {
        await using var connector = await ListeningConnector.StartAsync();
        await using var host = await TestHost.ListenAsync(add: services => services.AddDigestDelivery());
        var activity = ConnectorActivities.Of("message-personal", connector.Url);
        activity["text"] = "alert zeppelin near Quillville";
        using var response = await PostAsync(host, activity);
        var (_, reply) = await connector.NextMessageAsync();
        using var folder = new TemporaryFolder();
        folder.Write("in.jsonl", Some.ArticleLine("new", "A zeppelin landed in Quillville.", "Zeppelin lands", outlet: "Wire"));

        var ingest = await CommandRun.InAsync(folder, "ingest", folder["in.jsonl"], "--data", host.DataDirectory);
        var (conversation, post) = await connector.NextMessageAsync();

        Assert.Equal(0, ingest.ExitCode);
        Assert.StartsWith("Alert 1: zeppelin near Quillville.", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(activity["conversation"]!["id"]!.GetValue<string>(), conversation);
        Assert.Contains("A zeppelin landed in Quillville. (1)", post.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message-mention-groupChat", HttpStatusCode.Accepted, true)]
    [InlineData("message-mention-channel", HttpStatusCode.Accepted, true)]
    [InlineData("message-mention-threadreply-channel", HttpStatusCode.Accepted, true)]
    [InlineData("message-submit-personal", HttpStatusCode.Accepted, true)]
    [InlineData("installationUpdate-add-personal", HttpStatusCode.Accepted, true)]
    [InlineData("installationUpdate-add-groupChat", HttpStatusCode.Accepted, true)]
    [InlineData("installationUpdate-add-channel", HttpStatusCode.Accepted, true)]
    [InlineData("conversationUpdate-membersAdded-personal", HttpStatusCode.Accepted, true)]
    [InlineData("conversationUpdate-membersAdded-groupChat", HttpStatusCode.Accepted, true)]
    [InlineData("installationUpdate-remove-personal", HttpStatusCode.Accepted, false)]
    [InlineData("conversationUpdate-teamMemberAdded-channel", HttpStatusCode.Accepted, false)]
    [InlineData("conversationUpdate-teamRenamed-channel", HttpStatusCode.Accepted, false)]
    [InlineData("conversationUpdate-channelCreated-channel", HttpStatusCode.Accepted, false)]
    [InlineData("messageReaction-channel", HttpStatusCode.Accepted, false)]
    [InlineData("invoke-adaptiveCard_action-personal", HttpStatusCode.OK, false)]
    [InlineData("invoke-message_submitAction-personal", HttpStatusCode.OK, false)]
    public async Task Activity_ThroughTheHost_GetsStatusAndMessage(string name, HttpStatusCode status, bool leadsToMessage)
    {
        await using var connector = await ListeningConnector.StartAsync();
        await using var host = await TestHost.ListenAsync();

        using var response = await PostAsync(host, ConnectorActivities.Of(name, connector.Url));
        // In the same conversation the help comes after whatever the activity led to.
        var help = ConnectorActivities.Of("message-personal", connector.Url);
        help["text"] = "help";
        help["conversation"]!["id"] = ConnectorActivities.Of(name, connector.Url)["conversation"]!["id"]!.DeepClone();
        using var marked = await PostAsync(host, help);
        var first = await connector.NextMessageAsync();

        Assert.Equal(status, response.StatusCode);
        var isHelp = first.Activity.GetRawText().Contains("Ask me a question in your own words.", StringComparison.Ordinal);
        Assert.Equal(leadsToMessage, !isHelp);
    }

    [Fact]
    public async Task Head_IsAnswered_AndStrangersAreRefused()
    {
        await using var host = await TestHost.StartAsync();
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/messages");

        using var answered = await host.Client.SendAsync(head, TestContext.Current.CancellationToken);
        host.Client.DefaultRequestHeaders.Add(TestPeer.Header, "203.0.113.7");
        using var refused = await PostAsync(host, ConnectorActivities.Of("message-personal", "http://127.0.0.1:1"));

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    /// <summary>Behind a tunnel the host has the tunnel's name: with an app id the token decides, without one nothing gets in.</summary>
    [Theory]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    [InlineData(false, HttpStatusCode.BadRequest)]
    public async Task Message_UnderTheNameOfATunnel_ReachesTheTokenCheckOnlyWithAnAppId(bool hasAppId, HttpStatusCode expected)
    {
        await using var host = await TestHost.ListenAsync(adjust: settings =>
            hasAppId
                ? settings with
                {
                    Teams = settings.Teams with { AppId = Guid.NewGuid(), AppPassword = "s3cret", AppType = TeamsAppType.MultiTenant },
                }
                : settings
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(
                ConnectorActivities.Of("message-personal", "https://smba.trafficmanager.net/emea/").ToJsonString(),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Host = "abc-3978.euw.devtunnels.ms";

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await host.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }
}
