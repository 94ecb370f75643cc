using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive.Articles;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.Teams.Wire;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.BotFramework;

/// <summary>The connector receives what was rendered and stored: the SDK loses, adds and changes nothing.</summary>
public sealed class BotConnectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Texts that a JSON library may be tempted to improve.</summary>
    private static readonly string[] OddTexts =
    [
        "2023-05-03T10:00:00Z",
        "2023-05-03T10:00:00.0000000+02:00",
        "/Date(1683108000000)/",
        "12:30:00",
        "P3DT4H",
        "1e400",
        "null",
        "NaN",
        "true",
        "",
        "\"quoted\" \\ back",
        "ä 🛰️ \u2028 \u2029 \ud83d\ude80 e\u0301",
        "<script>alert('&')</script>",
        "line\nline\ttab\u0001",
    ];

    public static TheoryData<string> Names => [.. Messages.Keys];

    private static Dictionary<string, Activity> Messages { get; } =
        new()
        {
            ["answer"] = AnswerMessage.Render(Given.Answer("where was Putin?", Given.Citation(1), Given.Citation(2, "A second sentence."))),
            ["answer of a model"] = AnswerMessage.Render(Given.Answer() with { Composer = "a-model" }),
            ["decline"] = AnswerMessage.Render(Given.Decline()),
            ["follow-ups"] = FollowUpMessage.Of(["Where was Zelensky?"]),
            ["help"] = HelpMessage.Help(personal: true),
            ["digest"] = DigestMessage.Render(SomeDigest.WithEverything(), isLate: true),
            ["timeline"] = TimelineMessage.Render(SomeDigest.Timeline()),
            ["passages"] = new Activity
            {
                Type = "message",
                Attachments = [CardElements.Attach(PassagesCard.OfSearch("drones", ArticleFilter.None, [Given.Passage()]))],
            },
            ["stream"] = new Activity
            {
                Type = "typing",
                Text = "So far",
                Entities =
                [
                    new Entity
                    {
                        Type = Entity.StreamInfo,
                        StreamId = "s-1",
                        StreamType = "streaming",
                        StreamSequence = 2,
                    },
                ],
            },
            ["odd texts"] = new Activity
            {
                Type = "message",
                Text = string.Join(' ', OddTexts),
                Summary = OddTexts[0],
                Entities =
                [
                    new Entity
                    {
                        Type = Entity.SchemaMessage,
                        SchemaType = "Message",
                        SchemaContext = "https://schema.org",
                        SchemaId = "",
                        Citation =
                        [
                            .. OddTexts.Select(
                                (text, i) =>
                                    new CitationClaim
                                    {
                                        Position = i,
                                        Appearance = new CitationAppearance
                                        {
                                            Name = text,
                                            Abstract = text,
                                            Url = text,
                                        },
                                    }
                            ),
                        ],
                    },
                ],
                Attachments = [CardElements.Attach(CardElements.Card(OddTexts.Select(CardElements.Text), []))],
                SuggestedActions = new SuggestedActions
                {
                    To = ["29:alex"],
                    Actions = [.. OddTexts.Select(text => new CardAction { Title = text, Value = text })],
                },
            },
            ["odd card"] = new Activity
            {
                Type = "message",
                Attachments =
                [
                    new Attachment
                    {
                        ContentType = Attachment.AdaptiveCard,
                        Content = new JsonObject
                        {
                            ["$type"] = "System.Object",
                            ["empty"] = new JsonObject(),
                            ["none"] = null,
                            ["list"] = new JsonArray(1, -0.5, 1e21, null, true, new JsonArray(), "x"),
                            ["$ref"] = "1",
                            ["Type"] = "both",
                            ["type"] = "cases",
                        },
                    },
                ],
            },
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Message_ThroughTheSdk_ArrivesAsItIsStored(string name)
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var connector = host.Services.GetRequiredService<BotConnector>();
        var message = Messages[name] with
        {
            From = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = Conversation },
            ReplyToId = "r/1",
        };
        var stored = TeamsJson.Bytes(message);

        await connector.PostAsync(Activities.ServiceUrl, Conversation, null, stored, false, Cancellation);
        await connector.PostAsync(Activities.ServiceUrl + "/", Conversation, "r/1", stored, false, Cancellation);
        await connector.UpdateAsync(Activities.ServiceUrl, Conversation, "f:1?#", stored, false, Cancellation);
        await connector.BeginThreadAsync(Activities.ServiceUrl, "19:c", "t", "28:bot", stored, false, Cancellation);

        const string Activity = Activities.ServiceUrl + "/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities";
        Assert.Equal(
            [
                ("POST", Activity),
                ("POST", Activity + "/r%2F1"),
                ("PUT", Activity + "/f%3A1%3F%23"),
                ("POST", Activities.ServiceUrl + "/v3/conversations"),
            ],
            host.Connector.Calls.Select(call => (call.Method, call.Url.AbsoluteUri))
        );
        var json = Encoding.UTF8.GetString(stored);
        Assert.All(host.Connector.Calls.Take(3), call => Assert.Equal(json, call.Body.GetRawText()));
        Assert.Equal(json, host.Connector.Calls[3].Body.GetProperty("activity").GetRawText());
    }

    [Theory]
    [InlineData(
        "t",
        """{"isGroup":true,"bot":{"id":"28:bot"},"activity":{"type":"message"},"channelData":{"channel":{"id":"19:c"},"tenant":{"id":"t"}},"tenantId":"t"}"""
    )]
    [InlineData(null, """{"isGroup":true,"bot":{"id":"28:bot"},"activity":{"type":"message"},"channelData":{"channel":{"id":"19:c"}}}""")]
    public async Task NewThread_OnTheWire_NamesBotTenantAndChannel(string? tenant, string expected)
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var connector = host.Services.GetRequiredService<BotConnector>();

        await connector.BeginThreadAsync(
            Activities.ServiceUrl,
            "19:c",
            tenant,
            "28:bot",
            """{"type":"message"}"""u8.ToArray(),
            false,
            Cancellation
        );

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(Assert.Single(host.Connector.Calls).Body.GetRawText())),
            host.Connector.Calls[0].Body.GetRawText()
        );
    }

    [Fact]
    public async Task Answer_OnTheWire_IsWhatTeamsReads()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(id: "q1"));

        var answer = JsonNode.Parse(Assert.Single(host.Connector.Messages).Body.GetRawText())!;
        Assert.Equal(JsonNode.Parse(ApprovedAnswer)!.ToJsonString(AsText), answer.ToJsonString(AsText));
    }

    [Fact]
    public async Task OddTexts_ThroughTheSdk_ReadAsTheyWereWritten()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var connector = host.Services.GetRequiredService<BotConnector>();

        foreach (var text in OddTexts)
            await connector.PostAsync(
                Activities.ServiceUrl,
                Conversation,
                null,
                TeamsJson.Bytes(new Activity { Type = "message", Text = text }),
                false,
                Cancellation
            );

        Assert.Equal(OddTexts, host.Connector.Calls.Select(call => call.Text("text")));
    }

    private const string Conversation = "19:a@thread.tacv2;messageid=1";

    private static readonly JsonSerializerOptions AsText = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string ApprovedAnswer = """
        {
          "type": "message", "serviceUrl": "http://127.0.0.1:56150/_connector", "channelId": "msteams", "from": {"id": "28:newsroom-bot", "name": "Newsroom"},
          "conversation": {"id": "chat-1", "conversationType": "personal", "tenantId": "tenant-1"}, "recipient": {"id": "29:alex", "name": "Alex Wilber"},
          "text": "Putin was not in the Kremlin at the time of the attack, his spokesman said. [1]\n\n**Sources**\n\n[1] [Drones over the Kremlin](http://127.0.0.1:3978/articles/drones.txt) · drones.txt · The Guardian · 3 May 2023\n\nWord for word from one article, as of 3 May 2023 · write **passages** to read the text around the quotes", "textFormat": "markdown", "replyToId": "q1",
          "entities": [{
            "type": "https://schema.org/Message", "@type": "Message", "@context": "https://schema.org", "@id": "",
            "citation": [{"@type": "Claim", "position": 1, "appearance": {
              "@type": "DigitalDocument", "name": "Drones over the Kremlin",
              "abstract": "The Guardian · 3 May 2023 · drones.txt · “Putin was not in the Kremlin at the time of the attack, his spokesman said.”", "url": "http://127.0.0.1:3978/articles/drones.txt"}}]
          }],
          "channelData": {"feedbackLoop": {"type": "default"}}
        }
        """;
}
