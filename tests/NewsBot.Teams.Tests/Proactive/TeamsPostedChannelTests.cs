using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Proactive;

public sealed class TeamsPostedChannelTests : IDisposable
{
    private const string Notice = "The newsroom withdrew a report.";
    private const string Channel = "19:desk@thread.tacv2";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning, leapUpTo: TimeSpan.FromMinutes(59));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answer_ThatCitesAWithdrawnArticle_IsReplacedByANotice_Once()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Newsroom.Answer = request => Task.FromResult(Given.Answer(request.Text, Given.Citation()));
        await host.PostAndSettleAsync(Activities.Message());
        var answer = host.Connector.Messages[^1];

        await TakeBackAsync(host, "drones.txt");
        await TakeBackAsync(host, "drones.txt");

        var notice = Assert.Single(host.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal((answer.Conversation, answer.Id, Notice), (notice.Conversation, notice.Target, notice.Text("text")));
        Assert.Empty(host.Connector.Faults);
    }

    [Theory]
    [InlineData("chat-1")]
    [InlineData(Channel)]
    public async Task Digest_ThatCitesAWithdrawnArticle_IsReplacedByANotice(string conversation)
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        await host.PostAndSettleAsync(Activities.Message());
        await host.PostAndSettleAsync(
            Activities.Message(kind: "channel", conversation: Channel + ";messageid=7").Mentioning((Activities.Bot, "Newsroom"))
        );
        var digest = SomeDigest.WithEverything();
        await host.Digests.PostAsync(
            new DigestPost
            {
                Key = "1",
                Conversation = conversation,
                Digest = digest,
                DueAt = Given.Morning,
                IsLate = false,
            },
            Cancellation
        );
        await host.WhenIdleAsync();
        var posted = host.Connector.Calls[^1];

        await TakeBackAsync(host, digest.Citations[0].Source);

        var notice = Assert.Single(host.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal(
            conversation == Channel ? (posted.Id, "first-" + posted.Id) : (conversation, posted.Id),
            (notice.Conversation, notice.Target)
        );
        Assert.Equal(Notice, notice.Text("text"));
    }

    [Theory]
    [InlineData("sources drones")]
    [InlineData("timeline drones")]
    [InlineData("digest")]
    public async Task List_ThatShowsAWithdrawnArticle_IsReplacedByANotice(string command)
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Newsroom.Digest = SomeDigest.WithEverything();
        host.Newsroom.Timeline = new Timeline
        {
            Topic = "drones",
            Days = [],
            Citations = [Given.Citation()],
        };
        await host.PostAndSettleAsync(Activities.Message(command));
        var list = host.Connector.Messages[^1];
        var shown = command == "digest" ? host.Newsroom.Digest.Stories[0].Sources[0].Source : Given.Citation().Source;

        await TakeBackAsync(host, shown);

        var notice = Assert.Single(host.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal((list.Conversation, list.Id, Notice), (notice.Conversation, notice.Target, notice.Text("text")));
    }

    private static async Task TakeBackAsync(TeamsHost host, string source)
    {
        var posts = host.Services.GetRequiredService<CitedPosts>();
        foreach (var post in await posts.FindAsync(source, Cancellation))
        {
            Assert.True(await host.Services.GetRequiredService<IPostedChannel>().TakeBackAsync(post, Notice, Cancellation));
            await posts.ForgetAsync(post, Cancellation);
        }

        await host.WhenIdleAsync();
    }
}
