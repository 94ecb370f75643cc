using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Tests what people press, and what comes back.</summary>
public sealed class CardActionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Cards of earlier answers have the button still.</summary>
    [Fact]
    public async Task ShowPassages_GivesThePassagesBehindTheAnswer_InThisConversationOnly()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var action = await ShowPassagesAsync(host);

        using var shown = await InvokeAsync(
            host,
            Activities.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action.DeepClone() })
        );
        using var elsewhere = await InvokeAsync(
            host,
            Activities.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action.DeepClone() }, conversation: "other chat")
        );

        Assert.Equal("application/vnd.microsoft.card.adaptive", shown.RootElement.GetProperty("type").GetString());
        Assert.Contains(Given.Quote, shown.RootElement.GetProperty("value").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.activity.message", elsewhere.RootElement.GetProperty("type").GetString());
        Assert.DoesNotContain(Given.Quote, elsewhere.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowPassages_OfAWithdrawnArticle_ShowsNothingOfIt()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var action = await ShowPassagesAsync(host);
        host.Newsroom.Passage = null;

        using var shown = await InvokeAsync(host, Activities.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action }));

        Assert.DoesNotContain(Given.Quote, shown.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("no longer in the archive", shown.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources", "“drone”: One passage")]
    [InlineData("digest", "There is no digest yet.")]
    [InlineData("help", "Ask me a question in your own words.")]
    public async Task CardButton_AnswersInPlace_AndAsAMessageInOlderClients(string verb, string expected)
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var data = new JsonObject { ["newsbot"] = verb, ["query"] = "drone" };

        using var inPlace = await InvokeAsync(
            host,
            Activities.Invoke(
                "adaptiveCard/action",
                new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = verb,
                        ["data"] = data.DeepClone(),
                    },
                }
            )
        );
        var older = Activities.Message("").With("value", data.DeepClone());
        older.Remove("text");
        await host.PostAndSettleAsync(older);

        Assert.Contains(JsonEncodedText.Encode(expected).ToString(), inPlace.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            "Help",
            inPlace.RootElement.GetProperty("value").GetProperty("actions").EnumerateArray().Last().GetProperty("title").GetString()
        );
        Assert.Single(host.Connector.Messages);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Follow_IsAnsweredInPlace_AndAsAMessageInOlderClients_AsText()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var data = new JsonObject { ["newsbot"] = "follow", ["source"] = "drones.txt" };
        var action = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = "follow",
            ["data"] = data.DeepClone(),
        };

        using var inPlace = await InvokeAsync(host, Activities.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action }));
        var older = Activities.Message("", kind: "channel", conversation: "19:desk;messageid=1").With("value", data.DeepClone());
        older.Remove("text");
        await host.PostAndSettleAsync(older);

        var said = "Alert 1: the story “Drones over the &#42;Kremlin&#42;”.";
        Assert.Equal("application/vnd.microsoft.activity.message", inPlace.RootElement.GetProperty("type").GetString());
        Assert.Equal(said, inPlace.RootElement.GetProperty("value").GetString());
        Assert.Equal(said, Assert.Single(host.Connector.Messages).Text("text"));
        Assert.Equal(
            [("drones.txt", "chat-1", true, "alert list"), ("drones.txt", "19:desk", false, "alert list")],
            host.Newsroom.Followed.Select(one => (one.Source, one.Request.Conversation, one.Request.MayManage, one.Request.Syntax.List))
        );
        Assert.Empty(host.Connector.Faults);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"follow","data":{"source":7}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"passages","data":{"answer":"../../etc"}}}""")]
    [InlineData("""{"action":{"verb":7,"data":[1]}}""")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task CardAction_OfAnyShape_IsAnsweredCalmly(string value)
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var json = Activities.Invoke("adaptiveCard/action", "VALUE").ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal);

        using var response = await host.PostAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task FetchTask_GivesADialog_AndUnknownInvokesAreNotImplemented()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var dialog = await InvokeAsync(host, Activities.Invoke("message/fetchTask", new JsonObject { ["actionName"] = "feedback" }));
        using var unknown = await host.PostAsync(Activities.Invoke("composeExtension/query", new JsonObject()));

        Assert.Equal("continue", dialog.RootElement.GetProperty("task").GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.NotImplemented, unknown.StatusCode);
    }

    /// <summary>Asks, and returns the action of the button that earlier versions put under an answer.</summary>
    private static async Task<JsonObject> ShowPassagesAsync(TeamsHost host)
    {
        await host.PostAndSettleAsync(Activities.Message(id: "q1"));
        var given = await host.Store.FindAnswerToAsync("chat-1", "q1", TestContext.Current.CancellationToken);
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = "passages",
            ["data"] = new JsonObject { ["newsbot"] = "passages", ["answer"] = given!.Id },
        };
    }

    private static async Task<JsonDocument> InvokeAsync(TeamsHost host, JsonObject activity)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
