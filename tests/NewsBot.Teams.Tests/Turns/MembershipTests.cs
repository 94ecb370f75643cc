using System.Text.Json.Nodes;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Coming, going, and posting unasked.</summary>
public sealed class MembershipTests : IDisposable
{
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
    public async Task Digest_GoesToAChannelAsANewThread_AndToAPersonAsAMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message());
        await host.PostAndSettleAsync(
            Activities.Message(kind: "channel", conversation: "19:desk@thread.tacv2;messageid=7").Mentioning((Activities.Bot, "Newsroom"))
        );
        var before = host.Connector.Calls.Count;

        var toChannel = await host.Digests.PostAsync(News("19:desk@thread.tacv2"), TestContext.Current.CancellationToken);
        var toPerson = await host.Digests.PostAsync(News("chat-1"), TestContext.Current.CancellationToken);
        await host.WhenIdleAsync();

        Assert.NotNull(toChannel.Receipt);
        Assert.NotNull(toPerson.Receipt);
        var calls = host.Connector.Calls.Skip(before).ToList();
        var thread = Assert.Single(calls, c => c.Conversation is null);
        Assert.Equal("19:desk@thread.tacv2", thread.Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.StartsWith("3 May 2023", thread.Body.GetProperty("activity").GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("chat-1", Assert.Single(calls, c => c.Conversation is not null).Conversation);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Uninstalled_MeansNoMorePosts_AndAWelcomeWhenItComesBack()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Added("installationUpdate"));
        await host.PostAndSettleAsync(Added("installationUpdate").With("action", "remove"));

        var posted = await host.Digests.PostAsync(News("chat-1"), TestContext.Current.CancellationToken);
        await host.PostAndSettleAsync(Added("installationUpdate"));

        Assert.Null(posted.Receipt);
        Assert.Equal(2, host.Connector.Messages.Count);
    }

    private static DigestPost News(string conversation) =>
        new()
        {
            Key = conversation,
            Conversation = conversation,
            Digest = SomeDigest.WithEverything(),
            DueAt = Given.Morning,
            IsLate = false,
        };

    private static JsonObject Added(string type)
    {
        var activity = Activities
            .Message()
            .With("type", type)
            .With("action", "add")
            .With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:alex" }, new JsonObject { ["id"] = Activities.Bot }));
        activity.Remove("text");
        return activity;
    }
}
