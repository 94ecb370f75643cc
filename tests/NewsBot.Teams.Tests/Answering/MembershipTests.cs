using System.Text.Json.Nodes;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Answering;

/// <summary>Coming, going, and posting unasked.</summary>
public sealed class MembershipTests : IDisposable
{
    private static readonly TeamsAnnouncement News = new() { Title = "Digest", Items = [new AnnouncementItem("A story", "https://news.example/1")] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Installation_ToldTwice_IsWelcomedOnce()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Added("conversationUpdate"));
        await host.PostAndSettleAsync(Added("installationUpdate"));

        Assert.StartsWith("Hello, I am NewsBot.", Assert.Single(host.Connector.Messages).Text("text"), StringComparison.Ordinal);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Colleague_WhoJoins_IsNotWelcomedByTheBot()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Added("conversationUpdate").With("membersAdded", JsonNode.Parse("""[{"id":"29:ana"}]""")));

        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task Announcement_GoesToChannelAsNewThread_AndToPersonAsMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message());
        await host.PostAndSettleAsync(Activities.Message(kind: "channel", conversation: "19:desk@thread.tacv2;messageid=7").Mentioning((Activities.Bot, "Newsroom")));
        var before = host.Connector.Calls.Count;

        var toChannel = await host.Posts.PostToConversationAsync("19:desk@thread.tacv2", News, TestContext.Current.CancellationToken);
        var toPerson = await host.Posts.PostToPersonAsync("29:alex", News, null, TestContext.Current.CancellationToken);
        await host.WhenIdleAsync();

        Assert.True(toChannel);
        Assert.True(toPerson);
        var calls = host.Connector.Calls.Skip(before).ToList();
        var thread = Assert.Single(calls, c => c.Conversation is null);
        Assert.Equal("19:desk@thread.tacv2", thread.Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.StartsWith("**Digest**", thread.Body.GetProperty("activity").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("chat-1", Assert.Single(calls, c => c.Conversation is not null).Conversation);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Person_WithoutChat_IsReachedThroughASharedChannel()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message(kind: "channel", conversation: "19:desk;messageid=7").Mentioning((Activities.Bot, "Newsroom")));

        var unknown = await host.Posts.PostToPersonAsync("29:ana", News, null, TestContext.Current.CancellationToken);
        var known = await host.Posts.PostToPersonAsync("29:ana", News, "19:desk", TestContext.Current.CancellationToken);
        await host.WhenIdleAsync();

        Assert.False(unknown);
        Assert.True(known);
        var opened = Assert.Single(host.Connector.Calls, c => c.Conversation is null);
        Assert.Equal("29:ana", opened.Body.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal(opened.Id, host.Connector.Messages[^1].Conversation);
    }

    [Fact]
    public async Task Uninstalled_MeansNoMorePosts_AndAWelcomeWhenItComesBack()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Added("installationUpdate"));
        await host.PostAndSettleAsync(Added("installationUpdate").With("action", "remove"));

        var posted = await host.Posts.PostToConversationAsync("chat-1", News, TestContext.Current.CancellationToken);
        await host.PostAndSettleAsync(Added("installationUpdate"));

        Assert.False(posted);
        Assert.Equal(2, host.Connector.Messages.Count);
    }

    private static JsonObject Added(string type)
    {
        var activity = Activities.Message().With("type", type).With("action", "add").With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:alex" }, new JsonObject { ["id"] = Activities.Bot }));
        activity.Remove("text");
        return activity;
    }
}
