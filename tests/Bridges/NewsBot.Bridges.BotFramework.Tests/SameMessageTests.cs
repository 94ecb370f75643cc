using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Teams;
using NewsBot.Teams.Delivering;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;
using NewsBot.TestSupport;

namespace NewsBot.Bridges.BotFramework.Tests;

/// <summary>What the connector receives from the SDK is what it receives from the adapter's own client: the SDK loses, adds and changes nothing.</summary>
public sealed class SameMessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Texts that a JSON library may be tempted to improve.</summary>
    private static readonly string[] OddTexts =
    [
        "2023-05-03T10:00:00Z", "2023-05-03T10:00:00.0000000+02:00", "/Date(1683108000000)/", "12:30:00", "P3DT4H", "1e400", "null", "NaN", "true", "",
        "\"quoted\" \\ back", "ä 🛰️ \u2028 \u2029 \ud83d\ude80 e\u0301", "<script>alert('&')</script>", "line\nline\ttab\u0001",
    ];

    public static TheoryData<string> Names => [.. Messages.Keys];

    private static Dictionary<string, Activity> Messages { get; } = new()
    {
        ["answer"] = AnswerMessage.Render(Given.Answer("where was Putin?", Given.Citation(1), Given.Citation(2, "A second sentence.")), "a-1", personal: true),
        ["answer of a model"] = AnswerMessage.Render(Given.Answer() with { Composer = "a-model" }, "a-1", personal: false),
        ["refusal with suggestions"] = AnswerMessage.Render(Given.Decline(), "a-1", personal: true),
        ["help"] = HelpMessage.Help(personal: true),
        ["digest"] = DigestMessage.Render(SomeDigest.WithEverything(), isLate: true),
        ["timeline"] = TimelineMessage.Render(SomeDigest.Timeline()),
        ["passages"] = new Activity { Type = "message", Attachments = [CardElements.Attach(PassagesCard.OfSearch("drones", [Given.Passage()]))] },
        ["stream"] = new Activity { Type = "typing", Text = "So far", Entities = [new Entity { Type = Entity.StreamInfo, StreamId = "s-1", StreamType = "streaming", StreamSequence = 2 }] },
        ["odd texts"] = new Activity
        {
            Type = "message",
            Text = string.Join(' ', OddTexts),
            Summary = OddTexts[0],
            Entities = [new Entity { Type = Entity.SchemaMessage, SchemaType = "Message", SchemaContext = "https://schema.org", SchemaId = "", Citation = [.. OddTexts.Select((text, i) => new CitationClaim { Position = i, Appearance = new CitationAppearance { Name = text, Abstract = text, Url = text } })] }],
            Attachments = [CardElements.Attach(CardElements.Card(OddTexts.Select(CardElements.Text), []))],
            SuggestedActions = new SuggestedActions { To = ["29:alex"], Actions = [.. OddTexts.Select(text => new CardAction { Title = text, Value = text })] },
        },
        ["odd card"] = new Activity
        {
            Type = "message",
            Attachments = [new Attachment
            {
                ContentType = Attachment.AdaptiveCard,
                Content = new JsonObject { ["$type"] = "System.Object", ["empty"] = new JsonObject(), ["none"] = null, ["list"] = new JsonArray(1, -0.5, 1e21, null, true, new JsonArray(), "x"), ["$ref"] = "1", ["Type"] = "both", ["type"] = "cases" },
            }],
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Message_ThroughTheSdk_ArrivesAsThroughTheAdaptersOwnClient(string name)
    {
        var connector = new ScriptedConnector(TimeProvider.System);
        await using var host = await TeamsHost.StartAsync(_folder, connector: connector);
        using var http = new TeamsHttp(connector);
        var options = new TeamsOptions();
        var own = new ConnectorClient(http, new NoTokens(), new ServiceHosts(options), TimeProvider.System);
        var sdk = host.Services.GetRequiredService<IConnector>();
        var message = Messages[name] with { From = new ChannelAccount { Id = "28:bot" }, Conversation = new ConversationAccount { Id = "19:a@thread.tacv2;messageid=1" }, ReplyToId = "r/1" };
        var parameters = new ConversationParameters { IsGroup = true, Bot = message.From, Members = [new ChannelAccount { Id = "29:x" }], TenantId = "t", ChannelData = new ChannelData { Channel = new IdAndName { Id = "19:c" } }, Activity = message };

        foreach (var client in (IConnector[])[own, sdk])
        {
            await client.PostAsync(Activities.ServiceUrl, message.Conversation.Id!, null, message, false, TestContext.Current.CancellationToken);
            await client.PostAsync(Activities.ServiceUrl + "/", message.Conversation.Id!, "r/1", message, false, TestContext.Current.CancellationToken);
            await client.UpdateAsync(Activities.ServiceUrl, message.Conversation.Id!, "f:1?#", message, false, TestContext.Current.CancellationToken);
            await client.OpenAsync(Activities.ServiceUrl, parameters, false, TestContext.Current.CancellationToken);
        }

        Assert.IsNotType<ConnectorClient>(sdk);
        Assert.Equal(8, connector.Calls.Count);
        foreach (var (expected, actual) in connector.Calls.Take(4).Zip(connector.Calls.Skip(4)))
        {
            Assert.Equal((expected.Method, expected.Url.AbsoluteUri), (actual.Method, actual.Url.AbsoluteUri));
            var (left, right) = (JsonNode.Parse(expected.Body.GetRawText()), JsonNode.Parse(actual.Body.GetRawText()));
            Assert.True(JsonNode.DeepEquals(left, right), $"own: {left}\nSDK: {right}");
        }
    }
}
